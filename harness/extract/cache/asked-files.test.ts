import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import { Cache } from './cache.ts';
import { askThroughCache } from './fixtures/ask-through-cache.ts';

// An extractor that asks about things beside it, about each in another way. It says at once what it finds, so that a
// process is started for each thing that changes, and for nothing else.

/** What is asked about the thing of the same name. */
const QUESTIONS: Readonly<Record<string, string>> = {
  existsSync: 'existsSync(thing)',
  exists: 'new Promise((resolve) => fs.exists(thing, resolve))',
  stat: 'files.stat(thing).then(({ size }) => size)',
  statSync: 'statSync(thing).size',
  lstatSync: 'lstatSync(thing).size',
  access: `files.access(thing).then(() => 'there')`,
  accessSync: `accessSync(thing) ?? 'there'`,
  openAsBlob: 'openAsBlob(thing).then((blob) => blob.text())',
  'realpathSync.native': `realpathSync.native(thing) && 'there'`,
  createReadStream: 'fs.createReadStream(thing).toArray()',
  readlinkSync: 'readlinkSync(thing)',
  readlink: 'files.readlink(thing)',
  readdirSync: 'readdirSync(thing).toSorted()',
  readdir: 'files.readdir(thing).then((names) => names.toSorted())',
};

const folder = temporaryFolder();
const thingOf = (name: string): string => join(folder, `thing-${name}`);
const page = { id: 'p', site: 's', media: 'text', bytes: Buffer.from('page') } as const;

beforeAll(async () => {
  const questions = Object.entries(QUESTIONS).map(
    ([name, question]) =>
      `[${JSON.stringify(name)}, ${JSON.stringify(thingOf(name))}, async (thing) => ${question}],`,
  );
  await writeFile(
    join(folder, 'extractor.mjs'),
    `import fs, { accessSync, existsSync, lstatSync, openAsBlob, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import * as files from 'node:fs/promises';
const questions = [${questions.join('\n')}];
export default { name: 'asking', version: '1', accepts: ['text'], async extract() {
  const found = {};
  for (const [name, thing, ask] of questions) {
    try { found[name] = String(await ask(thing)); } catch { found[name] = 'nothing'; }
  }
  return { text: JSON.stringify(found) };
} };`,
  );
});

/** What is found by a question, and whether the extractor was asked for it: `new: …`, `cached: …`. */
async function ask(name: string): Promise<string> {
  const cache = join(folder, 'cache');
  const { descriptions } = new Cache(cache, { assayVersion: '1', node: '20.19.0' });
  const extractor = await loadModuleExtractor(join(folder, 'extractor.mjs'), { descriptions });
  const [, how, found] = /^(new|cached): (.*)$/s.exec(await askThroughCache(cache, extractor, page)) ?? [];
  return `${how}: ${(JSON.parse(found!) as Record<string, string>)[name]}`;
}

test.each([
  ['existsSync', 'false', 'true'],
  ['exists', 'false', 'true'],
  ['stat', 'nothing', '4'],
  ['statSync', 'nothing', '4'],
  ['lstatSync', 'nothing', '4'],
  ['access', 'nothing', 'there'],
  ['accessSync', 'nothing', 'there'],
  ['openAsBlob', 'nothing', 'text'],
  ['realpathSync.native', 'nothing', 'there'],
  ['createReadStream', 'nothing', 'text'],
])('%s: asked again when the file appears or goes', async (name, without, withFile) => {
  // Asked by the first of these tests, known to the others.
  expect(await ask(name)).toMatch(new RegExp(`: ${without}$`));
  expect(await ask(name)).toBe(`cached: ${without}`);
  await writeFile(thingOf(name), 'text');
  expect(await ask(name)).toBe(`new: ${withFile}`);
  expect(await ask(name)).toBe(`cached: ${withFile}`);
  await rm(thingOf(name));
  expect(await ask(name)).toBe(`cached: ${without}`);
});

test('statSync: asked again when the file changes', async () => {
  await writeFile(thingOf('statSync'), 'longer');
  expect(await ask('statSync')).toBe('new: 6');
  expect(await ask('statSync')).toBe('cached: 6');
  await rm(thingOf('statSync'));
});

test.each(['readlinkSync', 'readlink'])(
  '%s: asked again when the link leads elsewhere, to the same content or none',
  async (name) => {
    await symlink('nowhere', thingOf(name));
    expect(await ask(name)).toBe('new: nowhere');
    expect(await ask(name)).toBe('cached: nowhere');
    await rm(thingOf(name));
    await symlink('elsewhere', thingOf(name));
    expect(await ask(name)).toBe('new: elsewhere');
  },
);

test.each(['readdirSync', 'readdir'])('%s: asked again when a file appears in the folder', async (name) => {
  await mkdir(thingOf(name));
  await writeFile(join(thingOf(name), 'a'), '');
  expect(await ask(name)).toBe('new: a');
  expect(await ask(name)).toBe('cached: a');
  await writeFile(join(thingOf(name), 'b'), '');
  expect(await ask(name)).toBe('new: a,b');
  await rm(join(thingOf(name), 'b'));
  expect(await ask(name)).toBe('cached: a');
});
