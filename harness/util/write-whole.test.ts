import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AssayError } from './error.ts';
import { Unwritable, isPart, makeFolder, writeVerified, writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is replaced; its permissions stay, and a link to it stays a link', async () => {
  const file = join(folder, 'file');
  const link = join(folder, 'link');
  await writeFile(file, 'old');
  await chmod(file, 0o640);
  await symlink(file, link);
  await writeWhole(link, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['file', 'link']);
});

test('a file that cannot be written whole stays as it was, and nothing is left beside it', async () => {
  const file = join(folder, 'file');
  await writeFile(file, 'old');
  const half = async (part: string): Promise<void> => {
    expect(isPart(part.slice(folder.length + 1))).toBe(true);
    await writeFile(part, 'ha');
    throw new Error('the disk is full');
  };
  await expect(writeWhole(file, half)).rejects.toThrow(Unwritable);
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['file']);
});

test('a text that does not come back as it was written is not kept', async () => {
  const file = join(folder, 'file');
  await writeFile(file, 'old');
  await expect(writeVerified(file, 'half of a pair: \ud800')).rejects.toThrow(Unwritable);
  await writeVerified(file, 'whole');
  expect(await readFile(file, 'utf8')).toBe('whole');
  expect(await readdir(folder)).toEqual(['file']);
});

test('a folder is made whole or not at all, and only where nothing stands', async () => {
  const out = join(folder, 'out');
  await expect(
    makeFolder(out, async (beside) => {
      await writeFile(join(beside, 'a'), 'a');
      throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  expect(await readdir(folder)).toEqual([]);
  await mkdir(out);
  expect(await makeFolder(out, (beside) => writeFile(join(beside, 'a'), 'a').then(() => 7))).toBe(7);
  expect(await readdir(out)).toEqual(['a']);
  await expect(makeFolder(out, () => Promise.resolve())).rejects.toThrow(/out is not empty; name one/u);
  await expect(makeFolder(join(out, 'a', 'b'), () => Promise.resolve())).rejects.toThrow(AssayError);
});
