import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choosePeers, setUp } from './set-up.ts';
import type { Installer, PeerEntry } from './set-up.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-set-up-'));
});
afterEach(() => rm(root, { recursive: true }));

const ENTRY: PeerEntry = {
  name: 'goldpan',
  description: '',
  licence: 'MIT',
  homepage: 'https://goldpan.example/',
  returns: ['text'],
  run: { program: 'goldpan' },
  variants: [{ name: 'goldpan-fast', description: '', options: { fast: true } }],
  peer: { language: 'go', packages: { 'goldpan.example/pan': 'v1.0.0' } },
};

/** An installer that writes one file, and counts how often. */
function installer(more: Partial<Installer> = {}): Installer & { count: number } {
  return {
    count: 0,
    missing: () => undefined,
    async install(_, folder) {
      this.count++;
      writeFileSync(join(folder, 'pan'), 'x', { flag: 'wx' });
      return Promise.resolve({ sieve: 'v2', 'goldpan.example/pan': 'v1.0.0' });
    },
    ...more,
  };
}

test('a second time does nothing, another version makes the folder anew', async () => {
  const go = installer();
  const folder = join(root, 'go/goldpan');
  expect(await setUp(ENTRY, root, { go })).toEqual({ status: 'installed', entry: ENTRY, folder });
  expect((await setUp(ENTRY, root, { go })).status).toBe('there');
  expect(go.count).toBe(1);
  const newer = { ...ENTRY, peer: { ...ENTRY.peer, packages: { 'goldpan.example/pan': 'v1.1.0' } } };
  expect((await setUp(newer, root, { go })).status).toBe('installed');
  expect(go.count).toBe(2);
  expect(JSON.parse(readFileSync(join(folder, 'installed.json'), 'utf8'))).toEqual({
    asked: newer.peer,
    installed: { 'goldpan.example/pan': 'v1.0.0', sieve: 'v2' },
  });
});

test('so does another state of what is built there', async () => {
  let source = 'a';
  const go = installer({ state: () => source });
  await setUp(ENTRY, root, { go });
  expect((await setUp(ENTRY, root, { go })).status).toBe('there');
  source = 'b';
  expect((await setUp(ENTRY, root, { go })).status).toBe('installed');
});

test('what fails leaves no folder, and is made anew the next time', async () => {
  const broken = installer({ install: () => Promise.reject(new Error('no such version')) });
  const failure = { status: 'failed', entry: ENTRY, reason: 'no such version' };
  expect(await setUp(ENTRY, root, { go: broken })).toEqual(failure);
  expect(existsSync(join(root, 'go/goldpan'))).toBe(false);
  expect((await setUp(ENTRY, root, { go: installer() })).status).toBe('installed');
});

test('a language without its client is said', async () => {
  const go = installer({ missing: () => 'found no program go' });
  expect(await setUp(ENTRY, root, { go })).toMatchObject({ status: 'failed', reason: 'found no program go' });
  expect(await setUp(ENTRY, root, {})).toMatchObject({ reason: 'no installer for go' });
});

const OWN = { ...ENTRY, name: 'own' };
const CATALOG = [
  ENTRY,
  { ...OWN, peer: undefined },
  { ...ENTRY, name: 'sieve', variants: [], peer: { language: 'npm', packages: {} } },
].map(({ peer, ...entry }) => (peer === undefined ? entry : { ...entry, peer })) as PeerEntry[];

test.each<[string[], string | undefined, string[] | string]>([
  [[], undefined, ['goldpan', 'sieve']],
  [[], 'npm', ['sieve']],
  [['goldpan-fast', 'goldpan'], undefined, ['goldpan']],
  [['goldpan'], 'npm', 'unknown extractor "goldpan": Those that can be set up are sieve'],
  [
    ['siev'],
    undefined,
    'unknown extractor "siev": did you mean "sieve"? Those that can be set up are goldpan, sieve',
  ],
  [['own'], 'go', 'unknown extractor "own": Those that can be set up are goldpan'],
  [[], 'perl', '--only: found "perl"; expected some of npm,python,go,rust,jvm'],
])('named %j, only %s: %j', (names, only, expected) => {
  const choice = choosePeers(CATALOG, names, only);
  expect(typeof choice === 'string' ? choice : choice.map(({ name }) => name)).toEqual(expected);
});
