import { expect, test } from 'vitest';
import { LineReader } from './line-reader.ts';

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
