import { parseArgs } from 'node:util';
import { DATASETS, listPages, readPage } from './sweep/page-files.ts';
import { isTooSlow, sweepPage } from './sweep/sweep-page.ts';
import type { SweptPage } from './sweep/sweep-page.ts';

/**
 * Reads every page of the public datasets from bytes to tokens: `npm run sweep -- --data DIR`. Fails if a page
 * throws, or takes longer than it may beside parse5 alone. What is not there is named and skipped.
 */

type Read = Extract<SweptPage, { status: 'read' }>;

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
  const results: Read[] = [];
  for (const page of pages) {
    const result = sweepPage(await readPage(page), page.contentType);
    if (result.status === 'read') results.push(result);
    const problem = problemOf(result);
    if (problem === undefined) continue;
    failures++;
    console.log(`${page.path}: ${problem}`);
  }
  swept += pages.length;
  if (pages.length > 0) console.log(summaryOf(dataset.name, pages.length, results));
}
if (swept === 0) console.error(`nothing was swept: ${values.data} holds none of the datasets`);
process.exit(swept === 0 ? 2 : Math.min(failures, 1));

function problemOf(page: SweptPage): string | undefined {
  if (page.status === 'threw') return `threw ${page.message}`;
  const { ms, parseMs } = page;
  if (!isTooSlow(ms, parseMs)) return undefined;
  return `too slow: ${ms.toFixed(1)} ms, parse5 alone ${parseMs.toFixed(1)} ms`;
}

function summaryOf(name: string, pages: number, results: readonly Read[]): string {
  const total = (of: (page: Read) => number): number => results.reduce((sum, page) => sum + of(page), 0);
  const slow = results.filter(({ ms, parseMs }) => isTooSlow(ms, parseMs)).length;
  const closest = Math.max(...results.map(({ ms, parseMs }) => ms - 2 * parseMs));
  const encodings = new Map<string, number>();
  for (const { encoding } of results) {
    const key = `${encoding.name} by ${encoding.decidedBy}`;
    encodings.set(key, (encodings.get(key) ?? 0) + 1);
  }
  return [
    `${name}: ${pages} pages, ${pages - results.length} threw, ${slow} too slow`,
    `  ${total((page) => page.blocks)} blocks, ${total((page) => page.tokens)} tokens, ${results.filter((page) => page.tokens === 0).length} pages without any`,
    `  ${Math.round(total((page) => page.ms))} ms from bytes to tokens, parse5 alone ${Math.round(total((page) => page.parseMs))} ms; the page closest to its limit took ${closest.toFixed(1)} ms more than twice parse5 (10 are allowed)`,
    ...[...encodings].toSorted((a, b) => b[1] - a[1]).map(([key, count]) => `  ${count} × ${key}`),
  ].join('\n');
}
