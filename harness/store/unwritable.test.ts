import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine } from './journal-line.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf } from '../run/fixtures/toy-run.ts';
import { Journal } from './journal.ts';
import { planPages } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import type { RunRequest } from '../run/run-extractors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-unwritable-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LINE: JournalLine = {
  corpus: 'toy',
  extractor: 'steady',
  page: 'p',
  site: 's',
  status: 'extracted',
  metrics: {},
};
// More than any buffer on the way to the disk holds.
const LARGE = {
  text: Array.from({ length: 60_000 }, (_, index) => Math.sin(index).toString(36)).join(' '),
};

// On `/dev/full`, which Linux has, every write finds the disk full.
describe.runIf(process.platform === 'linux')('a journal on a full disk', () => {
  test.each(['results.jsonl', 'extractions.jsonl.gz'])(
    'tells whoever appends that %s cannot be written, and ends',
    async (name) => {
      const full = join(folder, `full-${name}`);
      await mkdir(full);
      await symlink('/dev/full', join(full, name));
      const journal = await Journal.create(full);
      const appendAll = async (): Promise<void> => {
        for (let count = 0; count < 50; count++) await journal.append(LINE, LARGE);
      };
      const message = new RegExp(
        `${name.replaceAll('.', '\\.')} cannot be written \\(ENOSPC\\); make room`,
        'u',
      );
      await expect(appendAll()).rejects.toThrow(message);
      await expect(journal.close()).rejects.toThrow(message);
    },
  );
});

function request(over: Partial<RunRequest>): RunRequest {
  return {
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(3), source: 'toy' }], {}),
    extractors: [extractorOf('steady', () => ({ status: 'extracted', extraction: { text: 'a' } }))],
    policy: POLICIES.article,
    metrics: selectMetrics(['exact']),
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048 },
    ...over,
  };
}

describe('a run', () => {
  test('whose folder cannot be made says so', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    for (const out of [file, join(file, 'below')]) {
      await expect(runExtractors(request({ out }))).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringMatching(/file(\/below)? cannot be written \((EEXIST|ENOTDIR)\)/u) as string,
      });
    }
  });

  test('that could not write what it found says how to go on, and goes on', async () => {
    const out = join(folder, 'stopped');
    await runExtractors(request({ out }));
    await rm(join(out, 'summary.json'));
    await mkdir(join(out, 'summary.json'));
    await expect(runExtractors(request({ resume: out }))).rejects.toThrow(
      /stopped\/summary\.json cannot be written \(EISDIR\); .*, then go on with: assay run --resume .*stopped$/u,
    );
    await rm(join(out, 'summary.json'), { recursive: true });
    const { journal } = await runExtractors(request({ resume: out }));
    expect(journal).toHaveLength(3);
    expect(await readFile(join(out, 'summary.json'), 'utf8')).toContain('assay/summary@1');
    expect((await readdir(out)).toSorted()).toEqual([
      'extractions.jsonl.gz',
      'results.jsonl',
      'run.json',
      'summary.json',
    ]);
  });
});
