import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Cache } from '../../extract/cache/cache.ts';
import type { Gold } from '../../model/gold.ts';
import { POLICIES } from '../../model/policy.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { cachedScorer } from './cached-scorer.ts';
import { sha256 } from '../../util/sha256.ts';
import { plainScorer } from './scorer.ts';
import type { ScoredExtraction } from './page-scorer.ts';
import type { ScoredPage } from './scorer.ts';

let folder: string;
let cache: Cache;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-scores-'));
  cache = new Cache(folder, { assayVersion: '1', node: '20.19.0' });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const goldOf = (text: string): Gold => ({
  about: { traits: [] },
  metadata: {},
  body: [{ type: 'block', kind: 'p', optional: false, text }],
  comments: [],
  boilerplate: [],
});
const gold = goldOf('a b');

function pageOf(
  of: Gold,
  bytes: Uint8Array = Buffer.from('a b\nx'),
  form: ScoredPage['form'] = 'text',
): ScoredPage {
  const digests = { goldDigest: sha256(JSON.stringify(of)), pageDigest: sha256(bytes) };
  return { page: { id: 's/p', site: 's', media: 'text', bytes }, gold: of, form, ...digests, isKept: true };
}

async function score(
  over: {
    gold?: Gold;
    bytes?: Uint8Array;
    form?: ScoredPage['form'];
    text?: string;
    policy?: keyof typeof POLICIES;
    metrics?: string[];
  } = {},
): Promise<ScoredExtraction> {
  const policy = POLICIES[over.policy ?? 'article'];
  const metrics = selectMetrics(over.metrics ?? ['tokens']);
  const scorer = cachedScorer(plainScorer(policy, metrics), cache, policy, metrics);
  const scores = await scorer.score(pageOf(over.gold ?? gold, over.bytes, over.form), {
    text: over.text ?? 'a x',
  });
  await scorer.close();
  return scores;
}

async function kept(): Promise<string[]> {
  const names = await readdir(join(folder, 'scores'), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, 'scores', name));
}

test('scores come back as they were worked out', async () => {
  const first = await score();
  expect(first.metrics['tokens']).toMatchObject({ figures: { precision: 0.5, recall: 0.5, f1: 0.5 } });
  expect(first.explained).toEqual({ surplus: { unlabelled: 1 }, missing: { tail: 1 } });
  expect(await score()).toEqual(first);
  expect(await kept()).toHaveLength(1);
});

test.each([
  ['gold', { gold: goldOf('a c') }],
  ['page', { bytes: Buffer.from('a b') }],
  ['corpus, of another form', { form: 'segments' as const }],
  ['extraction', { text: 'a y' }],
  ['policy', { policy: 'reader' as const }],
  ['metrics', { metrics: ['tokens', 'shingles'] }],
])('they are worked out anew for another %s', async (_what, over) => {
  await score();
  await score(over);
  expect(await kept()).toHaveLength(2);
});

test('what is damaged is worked out anew', async () => {
  const first = await score();
  const [file] = await kept();
  await writeFile(file!, (await readFile(file!, 'utf8')).replace('0.5', '0.9'));
  expect(await score()).toEqual(first);
});

test('a failed page has the scores of an empty extraction, and nothing to look up', async () => {
  const metrics = selectMetrics(['tokens']);
  const plain = plainScorer(POLICIES.article, metrics);
  const scorer = cachedScorer(plain, cache, POLICIES.article, metrics);
  const page = pageOf(gold);
  expect(await scorer.score(page, undefined)).toEqual(await plain.score(page, undefined));
  expect(await kept()).toEqual([]);
});
