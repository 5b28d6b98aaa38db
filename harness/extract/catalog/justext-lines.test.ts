import { describe, expect, test } from 'vitest';
import extractor from './justext-lines.ts';

function extract(...lines: string[]): unknown {
  const text = lines.join('\n');
  return extractor.extract({ media: 'text', bytes: Buffer.from(text), text }, {});
}

function kept(...lines: string[]): { text: string } {
  return { text: lines.join('\n') };
}

/** A line that begins with a mark and goes on with so many pairs of a stop word and a word of six letters. */
function prose(mark: string, pairs: number): string {
  return `${mark}${' the bridge'.repeat(pairs)}`;
}

/** 21 stop words of 41, 221 characters. */
const GOOD = prose('a', 20);
/** 111 characters. */
const NEAR_GOOD = prose('b', 10);
const SHORT = 'Share this';
/** 111 characters without a stop word. */
const BAD = `c${' old bridge'.repeat(10)}`;

describe('a line by itself', () => {
  test('more than 200 characters and half of stop words are good', () => {
    expect(extract(GOOD)).toEqual(kept(GOOD));
  });

  test.each([
    ['200 characters', `${prose('', 18).trim()} us`],
    ['no stop words', `c${' old bridge'.repeat(20)}`],
    ['a sign of copyright', `© ${GOOD}`],
    ['69 characters', 'x'.repeat(69)],
  ])('%s are not', (_, line) => {
    expect(extract(line, prose('', 18).trim())).toBeNull();
  });

  test('exactly 24 % of stop words make it good, 22.5 % near-good, less bad', () => {
    // 6 of 25 words, 9 of 40, 8 of 40.
    const high = `${'the '.repeat(6)}${'inscription '.repeat(19)}`.trim();
    const low = `${'the '.repeat(9)}${'inscription '.repeat(31)}`.trim();
    const less = `${'the '.repeat(8)}${'inscription '.repeat(32)}`.trim();
    expect([high.length, low.length, less.length]).toEqual([251, 407, 415]);
    expect(extract(high)).toEqual(kept(high));
    expect(extract(low)).toBeNull();
    expect(extract(low, GOOD)).toEqual(kept(low, GOOD));
    expect(extract(less, GOOD)).toEqual(kept(GOOD));
  });
});

describe('lines by those around them', () => {
  test.each([
    ['near-good beside good', [BAD, NEAR_GOOD, GOOD, BAD], [NEAR_GOOD, GOOD]],
    ['near-good beside good behind short', [NEAR_GOOD, SHORT, GOOD], [NEAR_GOOD, SHORT, GOOD]],
    ['near-good between bad', [BAD, NEAR_GOOD, BAD, GOOD], [GOOD]],
    ['short between good', [GOOD, SHORT, SHORT, GOOD], [GOOD, SHORT, SHORT, GOOD]],
    ['short between good and bad', [GOOD, SHORT, BAD], [GOOD]],
    ['short between bad and good', [BAD, SHORT, GOOD], [GOOD]],
    ['short at the ends', [SHORT, GOOD, SHORT], [GOOD]],
    [
      'short up to the last near-good before bad',
      [GOOD, SHORT, NEAR_GOOD, SHORT, BAD],
      [GOOD, SHORT, NEAR_GOOD],
    ],
    [
      'short over several near-good',
      [BAD, NEAR_GOOD, SHORT, NEAR_GOOD, GOOD],
      [NEAR_GOOD, SHORT, NEAR_GOOD, GOOD],
    ],
  ])('%s', (_, lines, expected) => {
    expect(extract(...lines)).toEqual(kept(...expected));
  });

  test('only near-good lines make nothing', () => {
    expect(extract(NEAR_GOOD, SHORT, NEAR_GOOD)).toBeNull();
  });
});

describe('the list of stop words', () => {
  test('is that of the language of long lines', () => {
    const german = `Wend${' und die Brücke'.repeat(14)}`;
    const menu = Array.from({ length: 200 }, () => 'the and of to');
    expect(extract(...menu, german)).toEqual(kept(german));
    expect(extract(german, GOOD, GOOD)).toEqual(kept(GOOD, GOOD));
  });

  test('is none for other languages: length alone counts', () => {
    const finnish = 'kaupunginvaltuusto kokoontui maanantaina '.repeat(6).trim();
    expect(finnish.length).toBe(245);
    expect(extract('Valikko', finnish)).toEqual(kept(finnish));
    expect(extract('市'.repeat(201))).toEqual(kept('市'.repeat(201)));
  });
});

test('a page of very many short lines takes no time', () => {
  expect(extract(GOOD, ...Array.from({ length: 100_000 }, () => SHORT), GOOD)).not.toBeNull();
}, 5000);
