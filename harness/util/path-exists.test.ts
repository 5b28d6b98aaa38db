import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFile, isFolder, pathExists } from './path-exists.ts';

test('files, folders, and what is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-paths-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  const found = [folder, file, join(folder, 'none'), join(file, 'below')].map(async (path) => [
    await pathExists(path),
    await isFile(path),
    await isFolder(path),
  ]);
  expect(await Promise.all(found)).toEqual([
    [true, false, true],
    [true, true, false],
    [false, false, false],
    [false, false, false],
  ]);
  await rm(folder, { recursive: true });
});
