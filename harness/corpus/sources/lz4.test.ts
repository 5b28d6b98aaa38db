import { describe, expect, test } from 'vitest';
import { lz4Frame } from './fixtures/lz4-frame.ts';
import { TooLong } from '../page-bytes.ts';
import { unpackLz4 } from './lz4.ts';

/** A block in which sequences of literals and matches are written by hand. */
function block(...bytes: (number | string)[]): Buffer {
  return Buffer.concat(bytes.map((each) => (typeof each === 'string' ? Buffer.from(each) : Buffer.of(each))));
}

const unpack = (...blocks: Buffer[]): string => unpackLz4(lz4Frame(blocks), 2 ** 20).toString();

describe('LZ4', () => {
  test.each<[string, Buffer[], string]>([
    ['nothing', [], ''],
    ['literals only', [block(0x30, 'abc')], 'abc'],
    ['a match that runs into itself', [block(0x35, 'abc', 3, 0, 0x10, 'd')], 'abcabcabcabcd'],
    ['many literals', [block(0xf0, 255, 30, 'x'.repeat(300))], 'x'.repeat(300)],
    ['a long match', [block(0x1f, 'a', 1, 0, 10, 0x00)], 'a'.repeat(30)],
    ['a match in the block before', [block(0x40, 'abcd'), block(0x00, 4, 0, 0x10, 'e')], 'abcdabcde'],
  ])('%s', (_name, blocks, expected) => {
    expect(unpack(...blocks)).toBe(expected);
  });

  test('blocks as they are, the size of the content, and checksums', () => {
    expect(unpackLz4(lz4Frame([Buffer.from('abc')], { stored: true }), 2 ** 20).toString()).toBe('abc');
    const checked = lz4Frame([block(0x30, 'abc'), block(0x10, 'd')], { checksums: true, contentSize: 4n });
    expect(unpackLz4(checked, 2 ** 20).toString()).toBe('abcd');
  });

  test.each<[string, Buffer]>([
    ['no bytes', Buffer.of()],
    ['something else', Buffer.from('<!DOCTYPE html>')],
    ['cut off in a block', lz4Frame([block(0x30, 'abc')]).subarray(0, 12)],
    ['without its end', lz4Frame([block(0x30, 'abc')]).subarray(0, -4)],
    ['a match before the start', lz4Frame([block(0x15, 'a', 9, 0, 0x00)])],
    ['a match at no distance', lz4Frame([block(0x15, 'a', 0, 0, 0x00)])],
    ['literals that are not there', lz4Frame([block(0xf0, 200, 'abc')])],
    ['a length that never ends', lz4Frame([block(0xf0, 255, 255)])],
  ])('%s is an error', (_name, frame) => {
    expect(() => unpackLz4(frame, 2 ** 20)).toThrow(RangeError);
  });

  test('what would be longer than may be is not unpacked', () => {
    const bomb = lz4Frame([block(0x1f, 'a', 1, 0, ...Array<number>(200).fill(255), 0, 0x00)]);
    expect(() => unpackLz4(bomb, 50_000)).toThrow(TooLong);
    expect(unpackLz4(bomb, 60_000)).toHaveLength(200 * 255 + 20);
  });
});
