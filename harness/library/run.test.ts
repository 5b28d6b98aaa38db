import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { AssayConfig } from '../model/config.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Reporter } from '../report/reporter.ts';
import { mergeShards, openCorpus, run, scoreRun } from './commands.ts';

const folder = temporaryFolder();
let config: AssayConfig;

/** Two pages of five words in a paragraph and one in a heading; the output of both is the paragraph. */
beforeAll(async () => {
  const output: Record<string, { articleBody: string }> = {};
  for (const name of ['one', 'two']) {
    const page = join(folder, 'corpus/pages/site.example', name);
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'page.txt'), `Heading\n${name} a b c d\n`);
    await writeFile(join(page, 'gold.yaml'), `body:\n  - h2: Heading\n  - p: ${name} a b c d\n`);
    output[`site.example/${name}`] = { articleBody: `${name} a b c d` };
  }
  await writeFile(join(folder, 'old.json'), JSON.stringify(output));
  config = {
    extractors: { old: `recorded:${join(folder, 'old.json')}` },
    corpora: { own: join(folder, 'corpus') },
    policies: { body: { required: ['p'] } },
    // Without a cache, which would be that of the working directory.
    run: { extractor: 'old', workers: 1, timeoutMs: 700, cache: false },
  };
});

test('a run takes what the configuration says, gives the result and leaves a folder', async () => {
  const lines: JournalLine[] = [];
  let announced = 0;
  const out = join(folder, 'first');
  const result = await run({
    config,
    out,
    onStart: (pages) => (announced = pages),
    onPage: (line) => lines.push(line),
  });
  const [entry, ...others] = result.summary.extractors;
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ name: 'old', corpus: 'own', policy: 'article', pages: { scored: 2 } });
  // Six tokens are required, five came out.
  expect(entry!.metrics['tokens']!['recall']).toEqual({ value: expect.closeTo(5 / 6, 12), n: 2 });
  expect([announced, lines.length]).toEqual([2, 2]);
  expect(result.folder).toBe(out);
  expect(await readdir(out)).toContain('report.md');
  expect(result.description.options).toEqual({ workers: 1, timeoutMs: 700, memoryMb: 2048 });
});

test('settings go before the configuration; a policy of its own is told apart and written down', async () => {
  const corpus = await openCorpus('own', config);
  const settings = { corpora: [{ ...corpus, name: 'mine' }], policy: 'body', limit: 1, timeoutMs: 900 };
  const { folder: out, summary } = await run({ ...settings, config, out: join(folder, 'second') });
  const [entry] = summary.extractors;
  expect(entry).toMatchObject({ corpus: 'mine', pages: { scored: 1 } });
  expect(entry!.policy).toMatch(/^body@[\da-f]{8}$/);
  expect(entry!.signatures['tokens']).toContain(`|policy:${entry!.policy}|`);
  expect(entry!.metrics['tokens']!['recall']).toEqual({ value: 1, n: 1 });
  const description = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as RunDescription;
  expect(description).toMatchObject({
    policy: entry!.policy,
    ownPolicy: { name: 'body', required: ['p'], comments: 'forbidden' },
    corpora: [{ name: 'mine', pages: 2, selected: 1 }],
    options: { limit: 1, workers: 1, timeoutMs: 900, memoryMb: 2048 },
  });
});

test('reporters hear of the run, and can read what an extractor returned', async () => {
  const heard: unknown[] = [];
  const reporter: Reporter = {
    onRunStart: ({ description, pages }) => void heard.push([description.extractors[0]!.name, pages]),
    onPage: ({ page, status }) => void heard.push([page, status]),
    async onRunEnd({ journal, metrics, extraction }) {
      heard.push(metrics[0]!.headline);
      const line = journal.find(({ page }) => page === 'site.example/two')!;
      heard.push(await extraction(line));
    },
  };
  const out = join(folder, 'reported');
  const { metrics } = await run({ config, out, reporters: [reporter] });
  expect(heard.slice(0, 1).concat(heard.slice(3))).toEqual([['old', 2], 'f1', { text: 'two a b c d' }]);
  expect(new Set(heard.slice(1, 3).map(String))).toEqual(
    new Set(['site.example/one,extracted', 'site.example/two,extracted']),
  );
  expect(metrics.map(({ name }) => name)).toContain('tokens');
  expect(await readdir(out)).not.toContain('report.md');
});

test('a run is scored again and joined of its shards with reporters too', async () => {
  const names: string[] = [];
  const reporter: Reporter = { onRunEnd: ({ summary }) => void names.push(summary.extractors[0]!.policy) };
  const outs = [1, 2].map((index) => join(folder, `shard-${index}`));
  for (const [index, out] of outs.entries()) {
    await run({ config, out, shard: { index: index + 1, count: 2 }, reporters: [] });
  }
  const out = join(folder, 'joined');
  const joined = await mergeShards(outs, out, { config, reporters: [reporter, 'markdown'] });
  expect(joined.summary.extractors[0]!.pages.scored).toBe(2);
  expect(await readdir(out)).toContain('report.md');
  const scored = join(folder, 'scored');
  await scoreRun(out, { config, out: scored, policy: 'prose', reporters: [reporter] });
  expect(names).toEqual(['article', 'prose']);
  expect(await readdir(scored)).not.toContain('report.md');
});

test.each([
  [{ extractor: ['old'] }, 'run: found the unknown setting "extractor"; did you mean "extractors"?'],
  [{ timeout: 5 }, 'run: found the unknown setting "timeout"; did you mean "timeoutMs"?'],
  [{ memory: 5 }, 'run: found the unknown setting "memory"; did you mean "memoryMb"?'],
  [{ corpus: 'x' }, 'run: found the unknown setting "corpus"; did you mean "corpora"?'],
  [{ limt: 5 }, 'run: found the unknown setting "limt"; did you mean "limit"?'],
  [{ colour: 5 }, /^run: found the unknown setting "colour"; known are .*extractors/],
])('a setting with a wrong name is refused: %j', async (settings, message) => {
  await expect(run({ config, ...settings })).rejects.toThrow(message);
  await expect(run({ config, ...settings })).rejects.toMatchObject({ code: 'usage' });
});

test('scoring again and joining take their own settings only', async () => {
  // @ts-expect-error -- no extractor runs
  await expect(scoreRun('x', { timeoutMs: 5 })).rejects.toThrow('scoreRun: found the unknown setting');
  // @ts-expect-error -- the policy is that of the shards
  await expect(mergeShards([], 'x', { policy: 'prose' })).rejects.toThrow(
    'mergeShards: found the unknown setting "policy"; known are config, reporters',
  );
});

test.each([
  [{ workers: 0 }, 'workers: found 0; expected a whole number of at least 1'],
  [{ timeoutMs: Number.NaN }, 'timeoutMs: found NaN; expected a whole number of at least 1'],
  [{ workers: 1001 }, 'workers: found 1001; expected a whole number of at least 1 and at most 1000'],
  [
    { timeoutMs: 2 ** 31 },
    'timeoutMs: found 2147483648; expected a whole number of at least 1 and at most 1073741824',
  ],
  [{ limit: 1.5 }, 'limit: found 1.5; expected a whole number of at least 1'],
  [{ policy: 'bdoy' }, 'unknown policy "bdoy": did you mean "body"?'],
  [{ extractors: [] }, 'no extractor to run; leave extractors out to run those of the configuration'],
  [{ corpora: [] }, 'no corpus to run over; leave corpora out to take those of the configuration'],
])('settings that make no sense are refused: %j', async (settings, message) => {
  const refusal = run({ config, ...settings, out: join(folder, 'refused') });
  await expect(refusal).rejects.toMatchObject({ name: 'AssayError', code: 'usage', message: expect.stringContaining(message) }); // prettier-ignore
  expect(await readdir(folder)).not.toContain('refused');
});
