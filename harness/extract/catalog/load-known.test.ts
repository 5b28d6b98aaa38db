import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Page } from '../../model/page.ts';
import type { KnownExtractor } from './catalog-entry.ts';
import { loadKnown } from './load-known.ts';
import { INSTALLED, PEERS } from './peer-folder.ts';

const folders: string[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A new working directory that holds these files, programs where they begin like one. */
function workIn(files: Record<string, string> = {}): void {
  const folder = mkdtempSync(join(tmpdir(), 'assay-peers-'));
  folders.push(folder);
  vi.stubEnv('ASSAY_PEERS', '');
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, PEERS, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
  }
}

const ABOUT = { name: 'goldpan-fast', entry: 'goldpan', description: '', licence: 'MIT' } as const;

const PROGRAM: KnownExtractor = {
  ...ABOUT,
  returns: ['text'],
  run: { program: 'goldpan', words: ['--plain'], version: '1.2.0' },
  options: { fast: true },
  peer: { language: 'go', packages: { 'example.com/goldpan': 'v1.2.0' } },
};

const SCRIPT: KnownExtractor = {
  ...ABOUT,
  returns: ['text'],
  run: { python: 'trafilatura_adapter.py' },
  peer: { language: 'python', packages: { goldpan: '1.2.0' } },
};

const SAYS_WORDS = '#!/bin/sh\ncat >/dev/null\necho "$@"\n';
const MARK = { [`go/goldpan/${INSTALLED}`]: '{"asked":{}}' };

test('a program is found in the folder of its peer and gets its words, then its options in JSON', async () => {
  workIn({ 'go/goldpan/bin/goldpan': SAYS_WORDS, ...MARK });
  const extractor = await loadKnown(PROGRAM);
  expect(extractor).toMatchObject({ name: 'goldpan-fast', source: 'goldpan-fast', version: '1.2.0' });
  const session = await extractor.open({ workers: 1, timeoutMs: 10_000 });
  const page: Page = { id: 'a/b', site: 'a', media: 'html', bytes: Buffer.from('<p>x') };
  const outcome = await session.extract(page);
  await session.close();
  expect(outcome).toHaveProperty('extraction.text', '--plain {"fast":true}\n');
});

test('its fingerprint depends on the program, on what was installed and on options, not on where that is', async () => {
  const fingerprint = async (files: Record<string, string>, known = PROGRAM): Promise<string> => {
    workIn({ 'go/goldpan/bin/goldpan': SAYS_WORDS, ...MARK, ...files });
    return (await loadKnown(known)).fingerprint;
  };
  const [one, same, ...others] = await Promise.all([
    fingerprint({}),
    fingerprint({}),
    fingerprint({ 'go/goldpan/bin/goldpan': '#!/bin/sh\necho\n' }),
    fingerprint({ [`go/goldpan/${INSTALLED}`]: '{"asked":{"a":1}}' }),
    fingerprint({}, { ...PROGRAM, options: { fast: false } }),
  ]);
  expect(same).toBe(one);
  expect(new Set([one, ...others]).size).toBe(4);
});

test.each([
  ['nothing is set up', {}],
  ['its folder is not whole', { 'go/goldpan/bin/goldpan': SAYS_WORDS }],
])('a program that is missing is told with what to do where %s', async (_, files) => {
  workIn(files);
  const message =
    'goldpan-fast: found no program goldpan in the folders of PATH; install it: npm run peers -- goldpan';
  await expect(loadKnown(PROGRAM)).rejects.toMatchObject({ code: 'usage', message });
});

test('a script is run by the Python of its peer', async () => {
  const python = `#!/bin/sh\necho '{"assay":1,"version":"1.2.0","wants":"bytes"}'\n`;
  workIn({ 'python/goldpan/bin/python': python, [`python/goldpan/${INSTALLED}`]: '{}' });
  expect(await loadKnown(SCRIPT)).toMatchObject({
    name: 'goldpan-fast',
    version: '1.2.0',
    driver: 'command',
  });
});

test('of a script that does not start the last line is told, with what to do', async () => {
  const python = `#!/bin/sh\necho 'Traceback:' >&2\necho "ModuleNotFoundError: No module named 'goldpan'" >&2\nexit 1\n`;
  workIn({ 'python/goldpan/bin/python': python, [`python/goldpan/${INSTALLED}`]: '{}' });
  const message =
    "goldpan-fast: ModuleNotFoundError: No module named 'goldpan'; install it: npm run peers -- goldpan";
  await expect(loadKnown(SCRIPT)).rejects.toMatchObject({ code: 'usage', message });
});

test('a module whose package is missing is told with what to do, and not started', async () => {
  workIn();
  const run = { module: new URL('./none.ts', import.meta.url) };
  const peer = { language: 'npm', packages: { '@gold/pan': '1.2.0' } } as const;
  const message = 'goldpan-fast: found no npm package @gold/pan; install it: npm run peers -- goldpan';
  await expect(loadKnown({ ...ABOUT, returns: ['text'], run, peer })).rejects.toMatchObject({ message });
});
