import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { BaselineFolder, readVerdict } from './files.ts';

// What somebody else may have committed, or left as an artifact: refused with its place, in bounded time.

const root = temporaryFolder();
const FILE = join(root, 'ours', 'mine.jsonl');
const VERDICT = join(root, 'verdict.json');

const HEAD = {
  schema: 'assay/baseline@1',
  assay: '0.1.0',
  extractor: { name: 'mine', version: '1' },
  corpus: { name: 'ours', digest: 'ab'.repeat(32), pages: 1 },
  signature: 'tokens|v2|policy:article',
};
const COUNTS = { required: 10, matched: 9, missing: 1, surplus: 2 };
const PAGE = { page: 'a/one', status: 'extracted', counts: COUNTS, figures: { f1: 0.9 } };

const ENTRY = {
  extractor: 'mine',
  corpus: 'ours',
  version: { before: '1', after: '2' },
  metric: 'tokens',
  figure: 'f1',
  pages: 3,
  better: 0,
  worse: 1,
  same: 2,
  findings: [{ rule: 'mean', fails: true, text: 'fell' }],
  classes: [],
  changes: [{ page: 'a/one', site: 'a', before: 1, after: 0.5, classes: [] }],
  acknowledged: [],
  unstable: [],
  added: [],
  changed: [],
};
const SOUND = {
  schema: 'assay/verdict@1',
  assay: '0.1.0',
  verdict: 'fail',
  extractors: [ENTRY],
  problems: [],
};

beforeEach(() => mkdirSync(join(root, 'ours'), { recursive: true }));

function writeLines(...lines: readonly unknown[]): void {
  writeFileSync(
    FILE,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
}

/** What is said of a baseline, after the name of the file. */
async function saidOf(folder = new BaselineFolder(root)): Promise<string> {
  return folder.read('mine', 'ours').then(
    () => 'sound',
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'bad-input' });
      return (error as Error).message.split('mine.jsonl')[1]!;
    },
  );
}

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

test.each<[string, unknown, string]>([
  ['as it is written', PAGE, 'sound'],
  ['counts that do not add up', { ...PAGE, counts: { ...COUNTS, matched: 11 } }, 'counts of which matched and missing do not add up to required'],
  ['a count below zero', { ...PAGE, counts: { ...COUNTS, surplus: -1 } }, 'counts.surplus: found a number (-1); expected a number of at least 0'],
  ['an endless count', JSON.stringify(PAGE).replace('"surplus":2', '"surplus":1e400'), 'counts.surplus'],
  ['a count of 1e15', { ...PAGE, counts: { ...COUNTS, surplus: 1e15 } }, 'expected a number of at most 1000000000'],
  ['a count too few', { ...PAGE, counts: { required: 1 } }, 'found counts without matched'],
  ['a figure above 1', { ...PAGE, figures: { f1: 1.5 } }, 'figures.f1'],
  ['figures without counts', { ...PAGE, counts: undefined }, 'found counts or figures without the other'],
  ['more explained than is missing', { ...PAGE, explained: { surplus: {}, missing: { tail: 2 } } }, 'found more in explained.missing than is missing'],
  ['a failure that is none', { ...PAGE, failure: 'timeout' }, 'found the status extracted and the failure timeout'],
  ['a list as a page', deep(2), ':2: the line is no JSON'],
  ['levels without end', `{"page":${deep(1e6)}}`, ':2: the line is no JSON'],
  ['a line of 5 MB', `{"page":"${'x'.repeat(5e6)}"}`, ':2: the line is longer than any of a baseline (5000011 characters)'],
])('a baseline with %s', async (_name, line, said) => {
  writeLines(HEAD, line);
  expect(await saidOf()).toContain(said);
}); // prettier-ignore

test('a baseline with a page twice is refused at the second line', async () => {
  writeLines(HEAD, PAGE, PAGE);
  expect(await saidOf()).toMatch(
    /^:3: found the page a\/one a second time; expected what belongs together; restore it/u,
  );
});

test('a baseline, acknowledgements and a verdict that are too long are not read', async () => {
  for (const path of [FILE, VERDICT, join(root, 'acknowledged.yaml')]) {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 33);
  }
  expect(await saidOf()).toBe(
    ' has 8589934592 bytes; expected at most 67108864; restore it, or make it anew',
  );
  await expect(readVerdict(VERDICT)).rejects.toThrow('expected at most 67108864');
  await expect(new BaselineFolder(root).acknowledgements()).rejects.toThrow('expected at most 4194304');
});

test.runIf(process.platform !== 'win32')('nobody waits for a named pipe', async () => {
  const pipe = join(root, 'pipe.json');
  execFileSync('mkfifo', [pipe]);
  await expect(readVerdict(pipe)).rejects.toThrow('pipe.json is a named pipe; expected a file');
  await expect(readVerdict(join(root, 'none.json'))).rejects.toMatchObject({ code: 'usage' });
});

test.each<[string, unknown, string]>([
  ['a loss above 1', [{ upTo: '1.5' }], ':7:3: found "1.5" for "upTo"; expected a loss between 0 and 1'],
  ['a day that is none', [{ until: '2026-02-30' }], ':9:3: found "2026-02-30" for "until"'],
])('an acknowledgement with %s', async (_name, entries, said) => {
  const whole = { extractor: 'mine', corpus: 'ours', page: 'a/one', digest: 'ab', metric: 'tokens', upTo: '0.5', reason: 'so', until: '2999-12-31' }; // prettier-ignore
  const list = (entries as object[]).map((over) => ({ ...whole, ...over }));
  const source = list.map((each) =>
    Object.entries(each).map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`).join(''),
  ); // prettier-ignore
  writeFileSync(join(root, 'acknowledged.yaml'), `acknowledged:\n${source.join('')}`);
  await expect(new BaselineFolder(root).acknowledgements()).rejects.toThrow(said);
});

test('acknowledgements with levels without end are one error', async () => {
  writeFileSync(join(root, 'acknowledged.yaml'), `acknowledged: ${deep(1e5)}`);
  await expect(new BaselineFolder(root).acknowledgements()).rejects.toMatchObject({ code: 'bad-input' });
});

test.each<[string, object, string]>([
  ['a finding that fails and passes', { verdict: 'pass' }, 'found the verdict pass beside a finding that fails'],
  ['no reason to fail', { extractors: [{ ...ENTRY, findings: [] }] }, 'found the verdict fail without a reason'],
  ['pages that do not add up', { extractors: [{ ...ENTRY, same: 1e15 }] }, 'extractors[0]: better, worse and same that do not add up'],
  ['changes that are not counted', { extractors: [{ ...ENTRY, changes: [] }] }, '0 changes of 1 changed pages'],
  ['an extractor twice', { extractors: [ENTRY, ENTRY] }, 'extractors[1]: ["mine","ours"] a second time'],
  ['a figure above 1', { extractors: [{ ...ENTRY, before: 2 }] }, 'expected a number of at most 1'],
  ['a count below zero', { extractors: [{ ...ENTRY, better: -1 }] }, 'expected a number of at least 0'],
])('a verdict with %s', async (_name, over, said) => {
  writeFileSync(VERDICT, JSON.stringify(SOUND));
  expect(await readVerdict(VERDICT)).toEqual(SOUND);
  writeFileSync(VERDICT, JSON.stringify({ ...SOUND, ...over }));
  await expect(readVerdict(VERDICT)).rejects.toThrow(said);
}); // prettier-ignore
