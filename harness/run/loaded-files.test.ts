import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileStates } from '../extract/cache/file-states.ts';
import { TouchedFiles } from '../process/touched-files.ts';
import { LoadedFiles } from './loaded-files.ts';

test('pages that finish at once note their files one after the other, and all of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-loaded-'));
  const names = Array.from({ length: 20 }, (_, index) => `source${index}.mjs`);
  for (const name of names) await writeFile(join(folder, name), name);
  const loaded = await LoadedFiles.open(folder, new FileStates());
  const touched = names.map((name) => {
    const files = new TouchedFiles(Date.now());
    files.add({ loaded: [join(folder, name)], looked: [] });
    return files;
  });
  await Promise.all(touched.map((files) => loaded.note('toy', files)));
  const written = JSON.parse(await readFile(join(folder, 'loaded.json'), 'utf8')) as object;
  expect(written).toMatchObject({
    extractors: { toy: Object.fromEntries(names.map((name) => [name, expect.any(String)])) },
  });
  await rm(folder, { recursive: true });
});
