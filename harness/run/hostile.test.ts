import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, test } from 'vitest';
import type { Extractor } from '../extract/extractor.ts';
import { loadEntry } from '../extract/load-entry.ts';
import type { BodyEntry } from '../model/gold.ts';
import type { Corpus } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine } from '../model/run.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { planPages } from './plan.ts';
import { run } from './run.ts';

// Whole runs of hostile extractors, as a module and as commands: what each page's failure is called, and whether
// the others have the same scores as in a run without the hostile pages.

const FIXTURES = new URL('../extract/drivers/fixtures/', import.meta.url);
const MODULE = new URL('hostile.mjs', FIXTURES).href;
const COMMAND = fileURLToPath(new URL('hostile-command.mjs', FIXTURES));

const OF_ALL = {
  loops: 'timeout',
  'never settles': 'timeout',
  // Resident memory is watched where there is /proc.
  ...(process.platform === 'linux' && { 'fills memory': 'out-of-memory' }),
  'is killed by SIGSEGV': 'crashed',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ten good pages, and one for each fault, spread among them. */
function corpusOf(faults: readonly string[]): Corpus {
  const good = Array.from({ length: 10 }, (_, index) => `<h1>${index}</h1><p>a b c ${'d '.repeat(index)}`);
  const pages = [...good.map((html, index) => ({ id: `${index}-good`, html })), ...faults.map(toPage)];
  const html = new Map(pages.map((page) => [page.id, page.html]));
  const body: BodyEntry[] = [{ type: 'block', kind: 'p', optional: false, text: 'a b c d d' }];
  return {
    name: 'hostile',
    digest: 'ab'.repeat(32),
    gold: 'text',
    pages: [...html.keys()].toSorted().map((id) => ({ id, site: id, media: 'html', slices: { traits: [] } })),
    read: (reference) =>
      Promise.resolve({
        page: { ...reference, bytes: Buffer.from(html.get(reference.id)!) },
        gold: { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [] },
      }),
  };
}

function toPage(fault: string, index: number): { id: string; html: string } {
  return { id: `${index % 10}-${fault}`, html: `<p>${fault}<p>` };
}

/** The lines of a run by page, without times and memory. */
async function runOver(
  extractor: Extractor,
  faults: readonly string[],
  out: string,
): Promise<Map<string, JournalLine>> {
  const { journal } = await run({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(faults), source: 'hostile' }], {}),
    extractors: [extractor],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 3, timeoutMs: 5000, memoryMb: 250 },
    out: join(folder, out),
  });
  return new Map(journal.map(({ ...line }) => [line.page, withoutTime(line)]));
}

function withoutTime(line: JournalLine): JournalLine {
  if (line.status === 'skipped') return line;
  const { ms: _, ...others } = line;
  if (others.status !== 'extracted') return others;
  const { memory: _memory, ...rest } = others;
  return rest;
}

test.concurrent.for([
  ['module', { module: MODULE }, { ...OF_ALL, 'throws undefined': 'threw', 'exits with a word': 'crashed', 'returns too much': 'too-large', 'returns a number': 'bad-output' }],
  [
    'jsonl',
    { command: [process.execPath, COMMAND, 'jsonl', 'greet'], protocol: 'jsonl' },
    { ...OF_ALL, 'throws undefined': 'crashed', exits: 'crashed', 'answers the wrong id': 'bad-output', 'says that it failed': 'threw' },
  ],
  [
    'stdio',
    { command: [process.execPath, COMMAND, 'stdio'] },
    { ...OF_ALL, 'throws undefined': 'crashed', exits: 'crashed', 'prints what is not UTF-8': 'bad-output' },
  ],
] as const)('every fault of a %s costs its own page alone', async ([name, entry, faults], context) => {
  const extractor = await loadEntry(entry, folder);
  const hostile = await runOver(extractor, Object.keys(faults), `${name}-hostile`);
  const undisturbed = await runOver(extractor, [], `${name}-undisturbed`);
  const kinds = Object.keys(faults).map((fault, index) => {
    const line = hostile.get(toPage(fault, index).id);
    return [fault, line?.status === 'failed' ? line.failure : line?.status];
  });
  context.expect(Object.fromEntries(kinds)).toEqual(faults);
  const good = new Map([...hostile].filter(([page]) => page.endsWith('-good')));
  context.expect(good.size).toBe(10);
  context.expect(good).toEqual(undisturbed);
  context.expect([...good.values()].map(({ status }) => status)).toEqual(Array(10).fill('extracted'));
}); // prettier-ignore
