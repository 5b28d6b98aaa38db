import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { checkLabelFiles } from './label-files.ts';

const folder = temporaryFolder();

async function problemsIn(name: string, content: string): Promise<string[]> {
  writeFileSync(join(folder, name), content);
  const problems = await checkLabelFiles([join(folder, name)]);
  return problems.map(({ line, column, code, found }) => `${line}:${column} ${code}: ${found}`);
}

test('a page that stands in a map twice is named with both lines', async () => {
  const json = '{\n  "one": {"articleBody": "a"},\n  "two": {},\n  "one": {"articleBody": "b"}\n}\n';
  expect(await problemsIn('ground-truth.json', json)).toEqual([
    '4:3 repeated-key: the key "one" a second time in its map; it stands on line 2 already',
  ]);
  expect(await problemsIn('sound.json', '{\n  "one": {"a": 1},\n  "two": {"a": 1}\n}\n')).toEqual([]);
});

test('each line of JSON lines has keys of its own', async () => {
  const lines = '{"id":"a","text":"x"}\n\n{"id":"b","text":"x","text":"y"}\n';
  expect(await problemsIn('labels.jsonl', lines)).toEqual([
    '3:22 repeated-key: the key "text" a second time in its map; it stands on line 3 already',
  ]);
});
