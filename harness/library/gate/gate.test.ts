import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateAndReport, reportVerdict } from './gate.ts';
import type { GateResult } from './gate.ts';
import type { GateSettings } from '../settings.ts';

/**
 * 28 sites of one page, so few that no scoring thread is started, 22 of them in Japanese; gold has ten words, so that each is
 * worth a tenth of recall.
 */
const PAGES = Array.from({ length: 28 }, (_, index) => ({
  id: `s${String(index).padStart(2, '0')}.example/page`,
  language: index % 5 === 0 ? 'en' : 'ja',
}));
const WORDS = 'one two three four five six seven eight nine ten'.split(' ');
/** What the first version of the extractor keeps of every page: F1 = 2 · 1 · 0.9 / 1.9. */
const KEPT = WORDS.slice(0, 9).join(' ');
const F1_OF_NINE = 1.8 / 1.9;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-gate-test-'));
  await writeCorpus();
  await writeFile(
    join(root, 'assay.config.yaml'),
    'extractors: { mine: "recorded:./outputs.jsonl" }\ncorpora: { ours: ./corpus }\n',
  );
  await commit(() => KEPT);
  const { written, verdict } = await judge();
  expect(verdict).toBeUndefined();
  expect(written).toHaveLength(1);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function writeCorpus(skip: (id: string) => boolean = () => false, extra = ''): Promise<void> {
  await rm(join(root, 'corpus'), { recursive: true, force: true });
  for (const { id, language } of PAGES) {
    if (skip(id)) continue;
    const folder = join(root, 'corpus', 'pages', id);
    await mkdir(folder, { recursive: true });
    const text = id.startsWith('s00') ? `${WORDS.join(' ')}${extra}` : WORDS.join(' ');
    await writeFile(join(folder, 'page.txt'), `${text}\nmenu of ${id}\n`);
    const gold = [
      'traits: [flat-text]',
      `language: ${language}`,
      'kind: news',
      'labelled: { by: test, on: 2026-01-01 }',
    ];
    await writeFile(join(folder, 'gold.yaml'), `${gold.join('\n')}\nbody:\n  - p: ${text}\n`);
  }
  await writeFile(join(root, 'corpus', 'corpus.yaml'), 'name: ours\nversion: 1.0.0\nlicence: CC0-1.0\n');
}

/** A version of the extractor: what it keeps of each page; undefined where it fails. */
async function commit(keeps: (id: string, index: number) => string | undefined): Promise<void> {
  const lines = PAGES.flatMap(({ id }, index) => {
    const text = keeps(id, index);
    return text === undefined ? [] : [`${JSON.stringify({ id, text })}\n`];
  });
  await writeFile(join(root, 'outputs.jsonl'), lines.join(''));
}

let runs = 0;
function judge(settings: GateSettings = {}): Promise<GateResult> {
  const places = { config: join(root, 'assay.config.yaml'), baseline: join(root, 'baseline') };
  return gateAndReport(
    { ...places, out: join(root, `run-${runs++}`), ci: false, ...settings },
    { reporters: [] },
  );
}

async function acknowledge(fields: Readonly<Record<string, string>>): Promise<void> {
  const text = await entryOf(fields);
  await writeFile(join(root, 'baseline', 'acknowledged.yaml'), `# accepted\nacknowledged:\n${text}`);
}

async function entryOf(fields: Readonly<Record<string, string>>): Promise<string> {
  const lines = (await readFile(join(root, 'baseline', 'ours', 'mine.jsonl'), 'utf8')).split('\n');
  const { page: id = PAGES[1]!.id } = fields;
  const page = lines
    .map((line) => JSON.parse(line || '{}') as Record<string, string>)
    .find((line) => line['page'] === id);
  const entry = {
    extractor: 'mine',
    corpus: 'ours',
    page: id,
    digest: page!['digest']!,
    metric: 'tokens',
    upTo: '0.285',
    reason: 'the menu is worth it',
    until: '2999-12-31',
    ...fields,
  };
  return Object.entries(entry)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
    .join('');
}

/** Loses words: 5 of 10 kept give F1 = 2/3, 0.281 less than nine. */
const half = WORDS.slice(0, 5).join(' ');

describe('a history of an extractor', () => {
  test.each([
    ['a harmless change', () => KEPT, 'pass', []],
    ['a gain on every page', () => WORDS.join(' '), 'pass', []],
    [
      'a page that loses 0.28 while others gain',
      (_: string, index: number) => (index === 1 ? half : WORDS.join(' ')),
      'fail',
      ['page-loss'],
    ],
    [
      'as many losses as gains',
      (_: string, index: number) =>
        index < 4 ? WORDS.slice(0, 8).join(' ') : index < 10 ? WORDS.join(' ') : KEPT,
      'pass',
      [],
    ],
    [
      'a loss in one language',
      (_: string, index: number) => (index % 5 === 0 ? WORDS.join(' ') : WORDS.slice(0, 6).join(' ')),
      'fail',
      ['mean', 'page-loss', 'slice-loss'],
    ],
    [
      'a failure on one page',
      (_: string, index: number) => (index === 3 ? undefined : KEPT),
      'fail',
      ['new-failure', 'mean', 'page-loss'],
    ],
    [
      'an empty page',
      (_: string, index: number) => (index === 3 ? ' ' : KEPT),
      'fail',
      ['new-failure', 'mean', 'page-loss'],
    ],
  ] as const)('%s', async (_, keeps, verdict, rules) => {
    await commit(keeps);
    const { verdict: given } = await judge({ ci: true });
    const { findings } = given!.extractors[0]!;
    expect(given!.verdict).toBe(verdict);
    expect([...new Set(findings.filter(({ fails }) => fails).map(({ rule }) => rule))]).toEqual(rules);
  });

  test('equal losses and gains are listed, worst first', async () => {
    await commit((_, index) =>
      index < 4 ? WORDS.slice(0, 8 - (index % 2)).join(' ') : index < 10 ? WORDS.join(' ') : KEPT,
    );
    const { findings, better, worse, same } = (await judge()).verdict!.extractors[0]!;
    expect({ better, worse, same }).toEqual({ better: 6, worse: 4, same: 18 });
    expect(findings.map(({ page }) => page)).toEqual([1, 3, 0, 2].map((index) => PAGES[index]!.id));
    // Seven words of ten: F1 = 1.4 / 1.7.
    expect(findings[0]!.before).toBeCloseTo(F1_OF_NINE, 12);
    expect(findings[0]!.after).toBeCloseTo(1.4 / 1.7, 12);
  });

  test('a page whose gold changed is left out and told; more than one in twenty are another corpus', async () => {
    await commit((id) => (id.startsWith('s00') ? '' : KEPT));
    await writeCorpus(undefined, ' more');
    expect((await judge({ ci: true })).verdict).toMatchObject({
      verdict: 'pass',
      extractors: [{ pages: 27, changed: [PAGES[0]!.id] }],
    });
    await writeCorpus();
    const file = join(root, 'baseline', 'ours', 'mine.jsonl');
    const before = await readFile(file, 'utf8');
    await writeFile(file, before.replaceAll(/(?<=s0[1-3].*"digest":")[0-9a-f]+/g, 'ffffffffffffffff'));
    await expect(judge()).rejects.toThrow(/3 of 28 pages of ours have other bytes or other gold/);
    await writeFile(file, before);
  });

  test('a metric of another version is no verdict', async () => {
    const file = join(root, 'baseline', 'ours', 'mine.jsonl');
    const before = await readFile(file, 'utf8');
    await writeFile(file, before.replace(/tokens\|v\d+/, 'tokens|v0'));
    await expect(judge({ ci: true })).rejects.toThrow(
      /one of other figures: found tokens\|v0.*assay gate --update/s,
    );
    await writeFile(file, before);
  });

  test('a page that was removed fails, where the whole corpus ran', async () => {
    await commit(() => KEPT);
    await writeCorpus((id) => id.startsWith('s07'));
    const { verdict } = await judge({ ci: true });
    expect(verdict).toMatchObject({
      verdict: 'fail',
      extractors: [{ findings: [{ rule: 'lost-page', page: PAGES[7]!.id }] }],
    });
    await writeCorpus();
    expect((await judge({ ci: true, limit: 24 })).verdict!.verdict).toBe('pass');
  });

  test('without a baseline CI stops before anything runs, and a person gets one', async () => {
    await expect(judge({ ci: true, baseline: join(root, 'none') })).rejects.toThrow(
      /there is no baseline of mine on ours in .*run assay gate locally/,
    );
    await expect(judge({ baseline: join(root, 'none'), limit: 3 })).rejects.toThrow(
      /written of whole corpora only/,
    );
    expect(existsSync(join(root, `run-${runs - 1}`))).toBe(false);
  });
});

describe('an extractor that skips every page, all of them being plain text', () => {
  const extractors = ['mine', 'readability'];
  const other = () => join(root, 'baseline', 'ours', 'readability.jsonl');

  test('is not judged where it never took one, and floors cannot be held against it', async () => {
    await commit(() => KEPT);
    const { verdict } = await judge({ extractors, ci: true });
    expect(verdict!.extractors.map(({ extractor }) => extractor)).toEqual(['mine']);
    await expect(judge({ extractors: ['readability'], ci: true })).rejects.toThrow(
      /there is nothing to judge: every page of ours is skipped by readability; name another with/,
    );
    const config = {
      extractors: { mine: `recorded:${join(root, 'outputs.jsonl')}`, readability: 'readability' },
      corpora: { ours: join(root, 'corpus') },
      gate: { floors: { 'tokens.f1': 0.9, 'language=ja': 0.9 } },
    };
    await expect(judge({ config })).rejects.toThrow(
      /readability skips every page of ours, so that it cannot be held against tokens\.f1, language=ja; leave it out/,
    );
    expect((await judge({ config, limit: 24 })).verdict!.verdict).toBe('pass');
  });

  test('fails where it took them before', async () => {
    const before = await readFile(join(root, 'baseline', 'ours', 'mine.jsonl'), 'utf8');
    await writeFile(other(), before.replace('"name":"mine"', '"name":"readability"'));
    const { verdict } = await judge({ extractors, ci: true });
    await rm(other());
    const { findings } = verdict!.extractors[1]!;
    expect(verdict!.verdict).toBe('fail');
    expect(findings).toHaveLength(28);
    expect(findings[0]).toMatchObject({ rule: 'new-failure', fails: true, text: 'skipped' });
  });
});

describe('acknowledgements', () => {
  test.each([
    ['of a loss', {}, half, 'pass', []],
    ['that expired', { until: '2026-01-01' }, half, 'fail', [/it expired on 2026-01-01/]],
    [
      'of a page that loses nothing',
      {},
      KEPT,
      'fail',
      [/the page loses nothing; remove it: assay gate --prune/],
    ],
    [
      'larger than the loss',
      { upTo: '0.5' },
      half,
      'fail',
      [/the page loses 0\.281, it accepts 0\.5; write upTo: 0\.281/],
    ],
    ['smaller than the loss', { upTo: '0.2' }, half, 'fail', []],
    ['of another page', { digest: '0000000000000000' }, half, 'fail', [/not what it was made for/]],
  ])('%s', async (_, fields, kept, verdict, problems) => {
    await commit((__, index) => (index === 1 ? kept : KEPT));
    await acknowledge(fields);
    const { verdict: given } = await judge({ ci: true });
    expect(given!.verdict).toBe(verdict);
    expect(given!.problems).toEqual(problems.map((each) => expect.stringMatching(each)));
    await rm(join(root, 'baseline', 'acknowledged.yaml'));
  });

  test('that are no longer needed are pruned, comments stay', async () => {
    await commit(() => KEPT);
    await acknowledge({});
    expect((await judge({ prune: true })).pruned).toBe(1);
    const file = join(root, 'baseline', 'acknowledged.yaml');
    expect(await readFile(file, 'utf8')).toBe('# accepted\nacknowledged: []\n');
    expect((await judge({ ci: true })).verdict!.verdict).toBe('pass');
    await rm(file);
  });

  test('without a reason are refused, with the place', async () => {
    await acknowledge({ reason: '""' });
    await expect(judge()).rejects.toThrow(/acknowledged\.yaml:9:13: .*reason/);
    await rm(join(root, 'baseline', 'acknowledged.yaml'));
  });
});

describe('against a revision', () => {
  const before = process.cwd();
  beforeAll(async () => {
    process.chdir(root);
    const run = promisify(execFile);
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@localhost'];
    await acknowledge({ page: PAGES[2]!.id, reason: 'of the revision' });
    await run('git', ['init', '--quiet']);
    await run('git', ['add', 'baseline']);
    await run('git', [...author, 'commit', '--quiet', '--message', 'baseline']);
  });
  afterAll(async () => {
    process.chdir(before);
    await rm(join(root, '.git'), { recursive: true });
    await rm(join(root, 'baseline', 'acknowledged.yaml'));
  });

  test('a loss that the change acknowledges passes, and the verdict says that it does', async () => {
    await commit((_, index) => (index === 1 ? half : KEPT));
    await rm(join('baseline', 'acknowledged.yaml'));
    const unaccepted = await judge({ base: 'HEAD', baseline: 'baseline', ci: true });
    expect(unaccepted.verdict).toMatchObject({ verdict: 'fail', touched: { acknowledgements: -1 } });
    await acknowledge({});
    await writeFile(
      join('baseline', 'acknowledged.yaml'),
      `${await readFile(join('baseline', 'acknowledged.yaml'), 'utf8')}${await entryOf({ page: PAGES[3]!.id })}`,
    );
    const accepted = await judge({ base: 'HEAD', baseline: 'baseline' });
    expect(accepted.verdict).toMatchObject({ verdict: 'pass', touched: { acknowledgements: 1 } });
  });

  test('what is pruned is pruned of the change', async () => {
    const { pruned } = await judge({ base: 'HEAD', baseline: 'baseline', prune: true });
    expect(pruned).toBe(1);
    const left = await readFile(join('baseline', 'acknowledged.yaml'), 'utf8');
    expect(left.match(/page: .*/g)).toEqual([`page: ${PAGES[1]!.id}`]);
  });
});

describe('an update', () => {
  test('raises the baseline; lowers it only where that is asked for, and never in CI', async () => {
    const file = join(root, 'baseline', 'ours', 'mine.jsonl');
    const before = await readFile(file, 'utf8');
    await commit((_, index) => (index === 1 ? half : KEPT));
    const refused = await judge({ update: true });
    expect(refused).toMatchObject({
      written: [],
      refused: expect.stringMatching(/because the gate fails/) as string,
    });
    expect(await readFile(file, 'utf8')).toBe(before);
    await expect(judge({ update: true, ci: true })).rejects.toThrow(/not updated in CI/);
    expect((await judge({ update: true, allowRegression: true })).written).toHaveLength(1);
    expect((await judge({ ci: true })).verdict).toMatchObject({
      verdict: 'pass',
      extractors: [{ same: 28 }],
    });
    await commit(() => KEPT);
    expect((await judge({ update: true })).written).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

test('a verdict that was made elsewhere is reported beside it, and nothing runs', async () => {
  await commit(() => KEPT);
  const { folder } = await judge();
  const place = join(root, 'elsewhere');
  await mkdir(place);
  await copyFile(join(folder, 'verdict.json'), join(place, 'verdict.json'));
  await reportVerdict(join(place, 'verdict.json'), false, { reporters: ['markdown'] }, {});
  expect(await readFile(join(place, 'verdict.md'), 'utf8')).toMatch(/^## Assay gate: ✅ pass/);
  await writeFile(join(place, 'verdict.json'), '{"schema":"assay/verdict@1","verdict":"maybe"}');
  await expect(reportVerdict(join(place, 'verdict.json'), false, {}, {})).rejects.toThrow(
    /take a verdict\.json/,
  );
});

describe('floors', () => {
  test('of a figure and of a slice fail; the verdict names what the change did to them', async () => {
    await commit(() => KEPT);
    const config = {
      extractors: { mine: `recorded:${join(root, 'outputs.jsonl')}` },
      corpora: { ours: join(root, 'corpus') },
      gate: { floors: { 'tokens.f1': 0.95, 'language=ja': 0.9, 'tokens.precision': 1 } },
    };
    const { verdict } = await judge({ config });
    expect(verdict!.verdict).toBe('fail');
    expect(verdict!.extractors[0]!.findings.map(({ text }) => text)).toEqual([
      'tokens.f1 is below its floor of 0.95',
    ]);
    expect(verdict!.touched!.settings).toContain('floor tokens.f1: none → 0.95');
  });

  test('that nothing can be held to are wrong use; a slice may be on pages that did not run', async () => {
    const config = {
      extractors: { mine: `recorded:${join(root, 'outputs.jsonl')}` },
      corpora: { ours: join(root, 'corpus') },
      gate: { floors: { 'tokens.F1': 0.9, 'language=jp': 0.9, 'language=ja': 0.9 } },
    };
    const refused = await judge({ config }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'AssayError', code: 'usage' });
    expect(String(refused).split('\n')).toEqual([
      expect.stringMatching(
        /floors.*found "tokens\.F1".*did you mean "tokens\.f1"\? Expected one of tokens\./,
      ),
      expect.stringMatching(
        /found "language=jp".*did you mean "language=ja"\? Expected one of language=en, l/,
      ),
    ]);
    const none = { ...config, gate: { floors: { 'tokens.rejects': 0.9 } } };
    await expect(judge({ config: none })).rejects.toThrow(
      /"tokens\.rejects".*expected a figure that a page has by its gold: tokens\.precision, /,
    );
    const partial = { ...config, gate: { floors: { 'language=jp': 0.9 } } };
    expect((await judge({ config: partial, limit: 24 })).verdict!.verdict).toBe('pass');
  });
});
