import { parseArgs } from 'node:util';
import { DATASETS, listPages, readPage } from './sweep/page-files.ts';
import type { PageFile } from './sweep/page-files.ts';
import { roomOf, sweepPage } from './sweep/sweep-page.ts';
import type { SweptPage } from './sweep/sweep-page.ts';

/**
 * Reads every page of the public datasets from bytes to tokens: `npm run sweep -- --data DIR`. Fails if a page
 * throws, or takes longer than it may beside parse5 alone. What is not there is named and skipped.
 */

type Read = Extract<SweptPage, { status: 'read' }>;

const ROUNDS = 3;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error('usage: npm run sweep -- --data DIR, where DIR holds aeb/ and trafilatura/');
  process.exit(2);
}
let failures = 0;
let swept = 0;
for (const dataset of DATASETS) {
  const { pages, missing } = await listPages(values.data, dataset);
  for (const folder of missing) console.log(`${dataset.name}: SKIPPED, there is no folder ${folder}`);
  if (pages.length === 0) continue;
  swept += pages.length;
  const results = await sweepAll(pages);
  for (const [page, result] of results) {
    const problem = problemOf(result);
    if (problem === undefined) continue;
    failures++;
    console.log(`${page.path}: ${problem}`);
  }
  console.log(summaryOf(dataset.name, [...results.values()]));
}
if (swept === 0) console.error(`nothing was swept: ${values.data} holds none of the datasets`);
process.exit(swept === 0 ? 2 : Math.min(failures, 1));

/** Pages that seem too slow are measured again at the end: something else may have been at work on the machine. */
async function sweepAll(pages: readonly PageFile[]): Promise<Map<PageFile, SweptPage>> {
  const results = new Map<PageFile, SweptPage>();
  for (let round = 0; round < ROUNDS; round++) {
    const due = pages.filter((page) => {
      const result = results.get(page);
      return result === undefined || problemOf(result) !== undefined;
    });
    for (const page of due) results.set(page, sweepPage(await readPage(page), page.contentType));
  }
  return results;
}

function problemOf(page: SweptPage): string | undefined {
  if (page.status === 'threw') return `threw ${page.message}`;
  if (roomOf(page) >= 0) return undefined;
  return `too slow: ${page.ms.toFixed(1)} ms, parse5 alone ${page.parseMs.toFixed(1)} ms`;
}

function summaryOf(name: string, pages: readonly SweptPage[]): string {
  const results = pages.filter((page): page is Read => page.status === 'read');
  const total = (of: (page: Read) => number): number => results.reduce((sum, page) => sum + of(page), 0);
  const slow = results.filter((page) => roomOf(page) < 0).length;
  const nearest = results.toSorted((a, b) => roomOf(a) - roomOf(b))[0];
  const encodings = new Map<string, number>();
  for (const { encoding } of results) {
    const key = `${encoding.name} by ${encoding.decidedBy}`;
    encodings.set(key, (encodings.get(key) ?? 0) + 1);
  }
  return [
    `${name}: ${pages.length} pages, ${pages.length - results.length} threw, ${slow} too slow`,
    `  ${total((page) => page.blocks)} blocks, ${total((page) => page.tokens)} tokens, ${results.filter((page) => page.tokens === 0).length} pages without any`,
    `  ${Math.round(total((page) => page.ms))} ms from bytes to tokens, parse5 alone ${Math.round(total((page) => page.parseMs))} ms; nearest to the limit: ${nearest?.ms.toFixed(1)} ms, parse5 alone ${nearest?.parseMs.toFixed(1)} ms`,
    ...[...encodings].toSorted((a, b) => b[1] - a[1]).map(([key, count]) => `  ${count} × ${key}`),
  ].join('\n');
}
