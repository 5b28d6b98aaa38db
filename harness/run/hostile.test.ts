import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import type { Extractor } from '../extract/extractor.ts';
import { loadEntry } from '../extract/load-entry.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { BodyEntry } from '../model/gold.ts';
import type { Corpus } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { extractorOf } from './fixtures/toy-run.ts';
import { planPages } from './plan.ts';
import { runExtractors } from './run-extractors.ts';

// Whole runs of hostile extractors, as a module and as commands: what each page's failure is called, and whether
// the others have the same scores as in a run without the hostile pages.

const FIXTURES = new URL('../extract/drivers/fixtures/', import.meta.url);
const MODULE = new URL('hostile.mjs', FIXTURES).href;
const COMMAND = fileURLToPath(new URL('hostile-command.mjs', FIXTURES));

/** Pages that never end. They hold a worker, not a processor, which is left to other tests. */
const ENDLESS = { 'never settles': 'timeout', blocks: 'timeout' };
/** Faults that end by themselves. */
const OF_ALL = {
  // Resident memory is watched where there is /proc.
  ...(process.platform === 'linux' && { 'fills memory': 'out-of-memory' }),
  'is killed by SIGSEGV': 'crashed',
};

const folder = temporaryFolder();

/** What a hostile extractor is on good pages, without a process. */
const harmless: Extractor = {
  ...extractorOf('harmless', ({ bytes }) => {
    return { status: 'extracted', extraction: { text: Buffer.from(bytes).toString() }, ms: 1 };
  }),
  accepts: ['html'],
};

/** How many good pages there are. */
const GOOD = 5;

/** The good pages, and one for each fault, spread among them. */
function corpusOf(faults: readonly string[]): Corpus {
  const good = Array.from({ length: GOOD }, (_, index) => `<h1>${index}</h1><p>a b c ${'d '.repeat(index)}`);
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
  return { id: `${index % GOOD}-${fault}`, html: `<p>${fault}<p>` };
}

/** The lines of a run by page, without times and memory. */
async function runOver(
  extractor: Extractor,
  faults: readonly string[],
  timeoutMs: number,
  out: string,
): Promise<Map<string, JournalLine>> {
  const { journal } = await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(faults), source: 'hostile' }], {}),
    extractors: [extractor],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 3, timeoutMs, memoryMb: 250 },
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

/** Only pages that never end have to run into it; the good pages beside them take a small part of it. */
const TIMEOUT_MS = 4000;
/** No page runs into it, however busy the machine is. */
const AMPLE_MS = 50_000;

test.concurrent.for([
  {
    name: 'module',
    entry: { module: MODULE },
    faults: {
      ...OF_ALL,
      'throws undefined': 'threw',
      'exits with a word': 'crashed',
      'returns too much': 'too-large',
      'returns a number': 'bad-output',
    },
  },
  {
    name: 'jsonl',
    entry: { command: ['node', COMMAND, 'jsonl', 'greet'], protocol: 'jsonl' },
    faults: {
      ...OF_ALL,
      'throws undefined': 'crashed',
      exits: 'crashed',
      'answers the wrong id': 'bad-output',
      'says that it failed': 'threw',
    },
  },
  {
    name: 'stdio',
    entry: { command: ['node', COMMAND, 'stdio'] },
    faults: {
      ...OF_ALL,
      'throws undefined': 'crashed',
      exits: 'crashed',
      'prints what is not UTF-8': 'bad-output',
    },
  },
] as const)(
  'every fault of a $name costs its own page alone',
  async ({ name, entry, faults }, { expect }) => {
    const extractor = await loadEntry(entry, folder);
    const undisturbed = await runOver(harmless, [], AMPLE_MS, `${name}-undisturbed`);
    expect([...undisturbed.values()].map(({ status }) => status)).toEqual(Array(GOOD).fill('extracted'));
    const linesOfGood = (run: typeof undisturbed): object[] =>
      [...run.values()]
        .filter(({ page }) => page.endsWith('-good'))
        .map((line) => ({ ...line, extractor: 'any', extraction: 'anywhere' }))
        .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    for (const [kinds, timeoutMs] of [
      [faults, AMPLE_MS],
      [ENDLESS, TIMEOUT_MS],
    ] as const) {
      const names = Object.keys(kinds);
      const run = await runOver(extractor, names, timeoutMs, `${name}-${timeoutMs}`);
      const seen = names.map((fault, index) => {
        const line = run.get(toPage(fault, index).id);
        return [fault, line?.status === 'failed' ? line.failure : line?.status];
      });
      expect(Object.fromEntries(seen)).toEqual(kinds);
      expect(linesOfGood(run)).toEqual(linesOfGood(undisturbed));
    }
  },
);
