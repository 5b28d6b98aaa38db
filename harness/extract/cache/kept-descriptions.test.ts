import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import type { Extractor } from '../extractor.ts';
import { Cache } from './cache.ts';

const folder = temporaryFolder();
let counter: string;
beforeAll(async () => {
  counter = join(folder, 'loaded');
  await writeFile(counter, '');
  await writeFile(join(folder, 'version.mjs'), `export const version = '1';`);
  await writeFile(
    join(folder, 'mine.mjs'),
    `import { appendFileSync } from 'node:fs';
import { version } from './version.mjs';
appendFileSync(${JSON.stringify(counter)}, '+');
export default { name: 'mine', version, accepts: ['text'], extract: ({ text }) => ({ text: text + version }) };`,
  );
});

const page = { id: 'p', site: 's', media: 'text', bytes: Buffer.from('page ') } as const;

function load(node = '20.19.0'): Promise<Extractor> {
  const { descriptions } = new Cache(join(folder, 'cache'), { assayVersion: '1', node });
  return loadModuleExtractor(join(folder, 'mine.mjs'), { descriptions });
}

/** How often the module has been loaded. */
const timesLoaded = async (): Promise<number> => (await readFile(counter, 'utf8')).length;

test('a module is not loaded to see what it is while nothing of it has changed', async () => {
  const first = await load();
  expect(await timesLoaded()).toBe(1);
  const second = await load();
  expect({ ...second, open: undefined }).toEqual({ ...first, open: undefined });
  expect(await timesLoaded()).toBe(1);

  const session = await second.open({ workers: 1, timeoutMs: 20_000 });
  expect(await session.extract(page)).toMatchObject({ extraction: { text: 'page 1' } });
  expect([...session.files!.loaded]).toContain(join(folder, 'version.mjs'));
  await session.close();
  expect(await timesLoaded()).toBe(2);
});

test('it is once a file that it imports is another, or Node', async () => {
  await load();
  const before = await timesLoaded();
  await writeFile(join(folder, 'version.mjs'), `export const version = '2';`);
  expect((await load()).version).toBe('2');
  expect(await timesLoaded()).toBe(before + 1);
  expect((await load('22.0.0')).version).toBe('2');
  expect(await timesLoaded()).toBe(before + 2);
});
