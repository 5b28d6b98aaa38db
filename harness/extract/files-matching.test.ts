import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { filesMatching } from './files-matching.ts';

/** Files by path, and links with what they lead to. */
function folderWith(files: readonly string[], links: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'project');
  mkdirSync(folder);
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  for (const [link, target] of Object.entries(links)) symlinkSync(target, join(folder, link));
  return folder;
}

const FILES = ['a/one.py', 'b/two.py', 'b/read.me'];

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['no links', {}, ['a/one.py', 'b/two.py']],
  ['a link to its own folder', { 'a/again': '.' }, ['a/one.py', 'b/two.py']],
  ['a link to the folder above', { 'a/up': '..' }, ['a/one.py', 'b/two.py']],
  ['a link out to what holds the whole project', { 'a/out': '../..' }, ['a/one.py', 'b/two.py']],
  ['a link that leads nowhere', { 'a/gone': 'nothing' }, ['a/one.py', 'b/two.py']],
  ['a link to a file', { 'a/three.py': '../b/two.py' }, ['a/one.py', 'a/three.py', 'b/two.py']],
  ['a link to another folder', { 'a/b': '../b' }, ['a/b/two.py', 'a/one.py', 'b/two.py']],
  [
    'two folders that link to each other',
    { 'a/b': '../b', 'b/a': '../a' },
    ['a/b/two.py', 'a/one.py', 'b/a/one.py', 'b/two.py'],
  ],
])('files with %s', (_, links, expected) => {
  expect(filesMatching(['**/*.py'], folderWith(FILES, links))).toEqual(expected);
});

test('globs may lead out of the folder, exclude, and name one file', () => {
  const folder = folderWith([...FILES, 'b/.hidden.py'], {});
  expect(filesMatching(['../b/*.py'], join(folder, 'a'))).toEqual(['../b/.hidden.py', '../b/two.py']);
  expect(filesMatching(['**', '!**/*.py'], folder)).toEqual(['b/read.me']);
  expect(filesMatching(['a/one.py'], folder)).toEqual(['a/one.py']);
});

test('a glob longer than anyone writes is refused', () => {
  expect(() => filesMatching(['a/*.py', '*a'.repeat(501)], folderWith(FILES, {}))).toThrow(
    'found a glob of 1002 characters (',
  );
});
