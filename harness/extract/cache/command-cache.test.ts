import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { ExtractorEntry } from '../../model/config.ts';
import { loadEntry } from '../load-entry.ts';
import { askThroughCache } from './fixtures/ask-through-cache.ts';

// Real commands and a real service, asked through the cache: what their fingerprint names decides.

const page = { id: 'p', site: 's', media: 'html', bytes: Buffer.from('<p>page') } as const;

/** Answers every line with the rule that stands in a file beside it; the only page is called `p`. */
const PROGRAM = `rule=$(cat rules.txt)
while read -r line; do echo '{"id":"p","text":"'$rule'"}'; done
`;

const folder = temporaryFolder();
let service: Server;
let served: string;
let rule = 'one';
beforeAll(async () => {
  await writeFile(join(folder, 'extract.sh'), PROGRAM);
  service = createServer((request, response) => {
    request.resume().once('end', () => response.end(JSON.stringify({ text: rule })));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  served = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
});
afterAll(() => {
  service.close();
});

async function setRule(word: string): Promise<void> {
  rule = word;
  await writeFile(join(folder, 'rules.txt'), word);
}

async function ask(entry: ExtractorEntry): Promise<string> {
  return askThroughCache(join(folder, 'cache'), await loadEntry(entry, folder), page);
}

const command = ['sh', 'extract.sh'];

test.each<[string, (fingerprint: { fingerprint: string[] }) => ExtractorEntry]>([
  ['jsonl', (more) => ({ command, protocol: 'jsonl', ...more })],
  ['stdio', (more) => ({ command: 'cat rules.txt', ...more })],
  ['http', (more) => ({ http: served, ...more })],
])('%s is answered for while what its fingerprint names is the same', async (_what, entryOf) => {
  const entry = entryOf({ fingerprint: ['rules.txt'] });
  await setRule('one');
  expect(await ask(entry)).toBe('new: one');
  expect(await ask(entry)).toBe('cached: one');
  await setRule('two');
  expect(await ask(entry)).toBe('new: two');
  await setRule('one');
  expect(await ask(entry)).toBe('cached: one');
});

test('one glob may stand as a text', async () => {
  await setRule('three');
  expect(await ask({ http: served, fingerprint: '*.txt' })).toBe('new: three');
  expect(await ask({ http: served, fingerprint: ['*.txt'] })).toBe('cached: three');
});

test('so it is with the output of a command', async () => {
  const fingerprint = { command: 'cat rules.txt' };
  await setRule('one');
  expect(await ask({ http: served, fingerprint })).toBe('new: one');
  expect(await ask({ http: served, fingerprint })).toBe('cached: one');
  await setRule('two');
  expect(await ask({ http: served, fingerprint })).toBe('new: two');
});

test('without a fingerprint it is asked each time', async () => {
  await setRule('one');
  for (const entry of [{ command, protocol: 'jsonl' } as const, { http: served }]) {
    expect(await ask(entry)).toBe('new: one');
    expect(await ask(entry)).toBe('new: one');
  }
});
