import { expect, test } from 'vitest';
import { LineReader, linesOf } from './lines.ts';

function read(...chunks: string[]) {
  const lines: string[] = [];
  const reader = new LineReader((line) => lines.push(line.toString()));
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return { lines, reader };
}

test('lines are taken apart however they come', () => {
  expect(read('a\nb', 'c', 'd\n\n', 'e').lines).toEqual(['a', 'bcd', '']);
  expect(read('', '\n').lines).toEqual(['']);
});

test('what has no end yet is counted in bytes, and is a line when it is said to be one', () => {
  const { lines, reader } = read('a\né', 'x');
  expect([lines, reader.pendingBytes]).toEqual([['a'], 3]);
  reader.flush();
  expect([lines, reader.pendingBytes]).toEqual([['a', 'éx'], 0]);
});

test('lines of a stream have numbers and offsets, and the last says whether it is ended', async () => {
  const lines = [];
  for await (const line of linesOf([Buffer.from('é\n\nb'), Buffer.from('c')])) lines.push(line);
  expect(lines.map(({ bytes, ...line }) => ({ ...line, text: bytes.toString() }))).toEqual([
    { number: 1, offset: 0, text: 'é', isEnded: true },
    { number: 2, offset: 3, text: '', isEnded: true },
    { number: 3, offset: 4, text: 'bc', isEnded: false },
  ]);
});

test.each([
  ['nothing', '', 0],
  ['one line feed', '\n', 1],
  ['a line and its end', 'a\n', 1],
])('%s: %j has %i lines', async (_, text, count) => {
  const lines = [];
  for await (const line of linesOf([Buffer.from(text)])) lines.push(line);
  expect(lines).toHaveLength(count);
});
