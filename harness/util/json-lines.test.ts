import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datasetOnDisk } from '../corpus/sources/fixtures/dataset-on-disk.ts';
import { JsonLines } from './json-lines.ts';
import type { JsonLine } from './json-lines.ts';

const disk = datasetOnDisk();

async function linesOf(content: string): Promise<{ lines: JsonLines; all: JsonLine[] }> {
  await disk.write({ 'x.jsonl': content });
  const lines = new JsonLines(join(disk.folder, 'x.jsonl'), 'x takes lines');
  const all: JsonLine[] = [];
  for await (const line of lines.all()) all.push(line);
  return { lines, all };
}

test('lines are found with their places and can be read again, in any order', async () => {
  // More than the pieces in which a file is read, so that lines run across their borders.
  const long = 'é'.repeat(200_000);
  const { lines, all } = await linesOf(`{"a":1}\r\n\n{"a":"${long}"}\n  \n{"a":"${long}"}`);
  expect(all.map(({ number, offset, length }) => [number, offset, length])).toEqual([
    [1, 0, 8],
    [3, 10, 400_008],
    [5, 400_022, 400_008],
  ]);
  expect((await lines.read(all[2]!)).fields).toEqual({ a: long });
  expect((await lines.read(all[0]!)).fields).toEqual({ a: 1 });
});

test('an empty file has none', async () => {
  expect((await linesOf('')).all).toEqual([]);
  expect((await linesOf('\n')).all).toEqual([]);
});

test.each([
  ['{"a":1}\n{"a":', ':2: the line is not JSON; get the file again'],
  ['{}\n\n[1]\n', ':3: the line holds no map; x takes lines'],
])('%j is told with its line', async (content, message) => {
  await expect(linesOf(content)).rejects.toThrow(`${disk.folder}/x.jsonl${message}`);
});

test('a file that is not there, or changed, is told', async () => {
  const missing = new JsonLines(join(disk.folder, 'y.jsonl'), 'x takes lines');
  await expect(missing.all().next()).rejects.toThrow(`there is no file ${disk.folder}/y.jsonl; x takes lines`);
  const { lines, all } = await linesOf('{"a":1}\n{"a":2}');
  await writeFile(join(disk.folder, 'x.jsonl'), 'short');
  await expect(lines.read(all[1]!)).rejects.toThrow('x.jsonl:2: the line is not JSON');
}); // prettier-ignore
