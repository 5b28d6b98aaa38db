import { appendFile, copyFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { Outcome } from '../../model/extraction.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import type { Extractor, ExtractorSession } from '../extractor.ts';
import { askThroughCache } from './fixtures/ask-through-cache.ts';

// An extractor that says what it is made of: each word stands in another file, got in another way.

const FILES: Readonly<Record<string, string>> = {
  'project/extractor/mine.ts': `
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beside } from './beside.js';
import { outside } from '../../outside/word.mjs';
import { linked } from 'linked';
import { dependency } from 'dependency';
import data from './data.json' with { type: 'json' };
const require = createRequire(import.meta.url);
const opened: string = readFileSync(new URL('./opened.txt', import.meta.url), 'utf8');
const perhaps = (): Promise<string> => readFile(new URL('./perhaps.txt', import.meta.url), 'utf8').catch(() => 'nothing');
export default { name: 'mine', version: '1', accepts: ['text'], async extract() {
  const words = [beside, outside, linked, dependency, data.word, require('./required.json').word, opened];
  return { text: [...words, await perhaps(), (await import('./late.mjs')).late].join(' ') };
} };`,
  'project/extractor/beside.ts': `export const beside: string = 'beside';`,
  'project/extractor/data.json': '{ "word": "data" }',
  'project/extractor/required.json': '{ "word": "required" }',
  'project/extractor/opened.txt': 'opened',
  'project/extractor/late.mjs': `export const late = 'late';`,
  'outside/word.mjs': `export { outside } from './deeper.cjs';`,
  'outside/deeper.cjs': `exports.outside = require('./deepest.cjs');`,
  'outside/deepest.cjs': `module.exports = 'outside';`,
  'workspaces/linked/package.json': '{ "name": "linked", "type": "module", "exports": "./one.js" }',
  'workspaces/linked/one.js': `export const linked = 'linked';`,
  'workspaces/other/package.json': '{ "name": "linked", "type": "module", "exports": "./one.js" }',
  'workspaces/other/one.js': `export const linked = 'relinked';`,
  'project/node_modules/dependency/package.json': '{ "type": "module", "main": "lib/main.js" }',
  'project/node_modules/dependency/lib/main.js': `export const dependency = 'dependency';`,
};

const page = { id: 'p', site: 's', media: 'text', bytes: Buffer.from('page') } as const;
const folder = temporaryFolder();

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

beforeAll(async () => {
  await write(FILES);
  await symlink('../../workspaces/linked', join(folder, 'project/node_modules/linked'));
});

/** What the extractor says as its files are now, or what the cache says it said. */
function ask(extractor: Extractor): Promise<string> {
  return askThroughCache(join(folder, 'cache'), extractor, page);
}

const load = (): Promise<Extractor> => loadModuleExtractor(join(folder, 'project/extractor/mine.ts'));

const SAID = 'beside outside linked dependency data required opened nothing late';
const NOT_ASKED = 'new: the module was to be asked';
let asLoaded: Extractor;

/** Only the cache is asked: no process is started for what it does not know. */
function askCache(): Promise<string> {
  const extract = (): Promise<Outcome> =>
    Promise.resolve({ status: 'extracted', extraction: { text: 'the module was to be asked' } });
  const open = (): Promise<ExtractorSession> => Promise.resolve({ extract, close: () => Promise.resolve() });
  return ask({ ...asLoaded, open });
}

test('an answer is kept while nothing changes', async () => {
  asLoaded = await load();
  expect(await ask(asLoaded)).toBe(`new: ${SAID}`);
  expect(await askCache()).toBe(`cached: ${SAID}`);
});

test.each([
  ['a source beside it', 'project/extractor/beside.ts'],
  ['a source outside its folder', 'outside/word.mjs'],
  ['what that requires', 'outside/deepest.cjs'],
  ['a source of a linked workspace', 'workspaces/linked/one.js'],
  ['what a linked workspace exports', 'workspaces/linked/package.json'],
  ['a dependency', 'project/node_modules/dependency/lib/main.js'],
  ['what a dependency says of itself', 'project/node_modules/dependency/package.json'],
  ['an imported JSON file', 'project/extractor/data.json'],
  ['a required JSON file', 'project/extractor/required.json'],
  ['a file that it opened when it was loaded', 'project/extractor/opened.txt'],
  ['a source that was loaded with the first page', 'project/extractor/late.mjs'],
])('%s that is another makes another extractor of it, until it is as it was', async (_what, name) => {
  await write({ [name]: `${FILES[name]} ` });
  expect(await askCache()).toBe(NOT_ASKED);
  await write({ [name]: FILES[name]! });
  expect(await askCache()).toBe(`cached: ${SAID}`);
});

test.each([
  ['a file that it looked for', 'project/extractor/perhaps.txt'],
  ['a nearer package of a name', 'project/extractor/node_modules/dependency/package.json'],
  ['a nearer package.json', 'outside/package.json'],
  ['a file in the place of one that was found under another name', 'project/extractor/beside.js'],
])('so does %s that appears', async (_what, name) => {
  await write({ [name]: '{}' });
  expect(await askCache()).toBe(NOT_ASKED);
  await rm(join(folder, name));
  // The folder that was made for it, too.
  if (name.includes('node_modules')) await rm(dirname(join(folder, name)), { recursive: true });
  expect(await askCache()).toBe(`cached: ${SAID}`);
});

test('so does a link to another workspace; each has its own answer', async () => {
  const link = join(folder, 'project/node_modules/linked');
  await rm(link);
  await symlink('../../workspaces/other', link);
  await write({ 'outside/deepest.cjs': `module.exports = 'changed';` });
  const changed = SAID.replace('linked', 'relinked').replace('outside', 'changed');
  const extractor = await load();
  expect(await ask(extractor)).toBe(`new: ${changed}`);
  expect(await askCache()).toBe(`cached: ${changed}`);
  await rm(link);
  await symlink('../../workspaces/linked', link);
  await write({ 'outside/deepest.cjs': FILES['outside/deepest.cjs']! });
  expect(await askCache()).toBe(`cached: ${SAID}`);
});

// Any real one does; those of the linter's parser are there for the platforms that they are published for.
const [addon] = fastGlob.sync('node_modules/@oxc-*/binding-*/*.node', { absolute: true });

test.skipIf(addon === undefined)(
  'a native add-on that is another makes another extractor of it',
  async () => {
    const native = join(folder, 'native');
    await mkdir(native);
    await copyFile(addon!, join(native, 'addon.node'));
    const module = `import { createRequire } from 'node:module';
const addon = createRequire(import.meta.url)('./addon.node');
export default { name: 'native', version: '1', accepts: ['text'], extract: () => ({ text: typeof addon }) };`;
    await writeFile(join(native, 'native.mjs'), module);
    const loadNative = (): Promise<Extractor> => loadModuleExtractor(join(native, 'native.mjs'));
    expect(await ask(await loadNative())).toBe('new: object');
    expect(await ask(await loadNative())).toBe('cached: object');
    const { length } = await readFile(addon!);
    await appendFile(join(native, 'addon.node'), '+');
    expect(await ask(await loadNative())).toBe('new: object');
    await truncate(join(native, 'addon.node'), length);
    expect(await ask(await loadNative())).toBe('cached: object');
  },
);
