import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

/** Where the lines of a run came from. */
async function cachedIn(run: string): Promise<(boolean | undefined)[]> {
  const lines = await at.readJournal(run);
  return lines.map((line) => (line.status === 'extracted' ? line.cached : undefined));
}

test('a second run is answered from the cache, which can be seen, pruned and cleared', async () => {
  const corpus = await at.makeCorpus('corpus', 3);
  const helper = join(at.folder, 'helper.mjs');
  await writeFile(helper, 'export const words = (text) => text;');
  const body = `const { words } = await import('./helper.mjs'); return { text: words(input.text) };`;
  const run = ['run', '-c', corpus, '-e', await at.makeExtractor('mine', body)];

  expect((await at.assay(...run, '--out', 'first')).stdout).not.toContain('cache');
  expect(await cachedIn('first')).toEqual([undefined, undefined, undefined]);
  const second = await at.assay(...run, '--out', 'second');
  expect(second.stdout).toContain('pages answered from the cache, with the times of then: mine 3 of 3');
  expect(await cachedIn('second')).toEqual([true, true, true]);

  expect((await at.assayHere(...run, '--no-cache', '--out', 'third')).code).toBe(0);
  expect(await cachedIn('third')).toEqual([undefined, undefined, undefined]);
  await writeFile(helper, 'export const words = (text) => `${text} changed`;');
  const resumed = await at.assayHere('run', '--resume', 'second', ...run.slice(3));
  expect(resumed.stderr).toContain('the extractor mine has changed (helper.mjs)');
  expect(resumed.code).toBe(2);
  expect((await at.assayHere(...run, '--out', 'fourth')).code).toBe(0);
  expect(await cachedIn('fourth')).toEqual([undefined, undefined, undefined]);

  expect((await at.assayHere('cache')).stdout).toMatch(
    /^mine {6}6 answers, 0\.0 MB, 0 days to 0 days old\n\(scores\) {2}6 pages, 0\.0 MB, 0 days to 0 days old\n\n\.assay\/cache: 6 answers, scores of 6 pages, 0\.0 MB\n$/,
  );
  const shown = JSON.parse((await at.assayHere('cache', '--json')).stdout) as unknown;
  expect(shown).toMatchObject({
    schema: 'assay/cache@1',
    answers: 6,
    extractors: [{ extractor: 'mine', answers: 6 }],
    scores: { pages: 6 },
  });

  const answers = await fastGlob('.assay/cache/answers/*/*/*.json', {
    cwd: at.folder,
    dot: true,
    absolute: true,
  });
  const tenDaysAgo = Date.now() / 1000 - 10 * 86_400;
  for (const answer of answers.slice(0, 2)) await utimes(answer, tenDaysAgo, tenDaysAgo);
  expect((await at.assayHere('cache', 'prune', '--older-than', '9')).stdout).toBe(
    'Removed 2 answers, scores of 0 pages, 0.0 MB.\n',
  );
  expect((await at.assayHere('cache', 'prune', '--max-size', '1')).stdout).toBe(
    'Removed 0 answers, scores of 0 pages, 0.0 MB.\n',
  );
  expect((await at.assayHere('cache', 'clear')).stdout).toBe(
    'Removed 4 answers, scores of 6 pages, 0.0 MB.\n',
  );
  expect((await at.assayHere('cache')).stdout).toBe('.assay/cache is empty.\n');
  for (const words of [['prune', '--max-size', '1'], ['clear']]) {
    const removed = JSON.parse((await at.assayHere('cache', ...words, '--json')).stdout) as unknown;
    expect(removed).toEqual({ schema: 'assay/cache-removed@1', answers: 0, scores: 0, bytes: 0 });
  }
});

test('prune asks what is to go', async () => {
  const { code, stderr } = await at.assayHere('cache', 'prune');
  expect(code).toBe(2);
  expect(stderr).toContain('found neither --older-than nor --max-size');
});
