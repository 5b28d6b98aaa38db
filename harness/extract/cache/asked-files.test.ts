import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import { askThroughCache } from './fixtures/ask-through-cache.ts';

// Extractors that ask about a file or folder beside them, each in another way.

const folder = temporaryFolder();
const thing = join(folder, 'thing');
const page = { id: 'p', site: 's', media: 'text', bytes: Buffer.from('page') } as const;
let count = 0;

/** An extractor that says what the expression gives. */
async function makeExtractor(expression: string): Promise<() => Promise<string>> {
  const module = join(folder, `extractor-${++count}.mjs`);
  await writeFile(
    module,
    `import fs, { accessSync, existsSync, lstatSync, openAsBlob, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import * as files from 'node:fs/promises';
const thing = ${JSON.stringify(thing)};
export default { name: 'asking', version: '1', accepts: ['text'], async extract() {
  let found = 'nothing';
  try { found = await (${expression}); } catch {}
  return { text: String(found) };
} };`,
  );
  const cache = join(folder, `cache-${count}`);
  return async () => askThroughCache(cache, await loadModuleExtractor(module), page);
}

afterEach(() => rm(thing, { recursive: true, force: true }));

test.each([
  ['existsSync', 'existsSync(thing)', 'false', 'true'],
  ['exists', 'new Promise((resolve) => fs.exists(thing, resolve))', 'false', 'true'],
  ['stat', 'files.stat(thing).then(({ size }) => size)', 'nothing', '4'],
  ['statSync', 'statSync(thing).size', 'nothing', '4'],
  ['lstatSync', 'lstatSync(thing).size', 'nothing', '4'],
  ['access', `files.access(thing).then(() => 'there')`, 'nothing', 'there'],
  ['accessSync', `accessSync(thing) ?? 'there'`, 'nothing', 'there'],
  ['openAsBlob', 'openAsBlob(thing).then((blob) => blob.text())', 'nothing', 'text'],
  ['realpathSync.native', `realpathSync.native(thing) && 'there'`, 'nothing', 'there'],
  ['createReadStream', 'fs.createReadStream(thing).toArray()', 'nothing', 'text'],
])('%s: asked again when the file appears or goes', async (_, expression, without, withFile) => {
  const ask = await makeExtractor(expression);
  expect(await ask()).toBe(`new: ${without}`);
  expect(await ask()).toBe(`cached: ${without}`);
  await writeFile(thing, 'text');
  expect(await ask()).toBe(`new: ${withFile}`);
  expect(await ask()).toBe(`cached: ${withFile}`);
  await rm(thing);
  expect(await ask()).toBe(`cached: ${without}`);
});

test('statSync: asked again when the file changes', async () => {
  const ask = await makeExtractor('statSync(thing).size');
  await writeFile(thing, 'text');
  expect(await ask()).toBe('new: 4');
  await writeFile(thing, 'longer');
  expect(await ask()).toBe('new: 6');
  expect(await ask()).toBe('cached: 6');
});

test.each([
  ['readlinkSync', 'readlinkSync(thing)'],
  ['readlink', 'files.readlink(thing)'],
])('%s: asked again when the link leads elsewhere, to the same content or none', async (_, expression) => {
  const ask = await makeExtractor(expression);
  await symlink('nowhere', thing);
  expect(await ask()).toBe('new: nowhere');
  expect(await ask()).toBe('cached: nowhere');
  await rm(thing);
  await symlink('elsewhere', thing);
  expect(await ask()).toBe('new: elsewhere');
});

test.each([
  ['readdirSync', 'readdirSync(thing).toSorted()'],
  ['readdir', 'files.readdir(thing).then((names) => names.toSorted())'],
])('%s: asked again when a file appears in the folder', async (_, expression) => {
  await mkdir(thing);
  await writeFile(join(thing, 'a'), '');
  const ask = await makeExtractor(expression);
  expect(await ask()).toBe('new: a');
  expect(await ask()).toBe('cached: a');
  await writeFile(join(thing, 'b'), '');
  expect(await ask()).toBe('new: a,b');
  await rm(join(thing, 'b'));
  expect(await ask()).toBe('cached: a');
});
