import { expect, test } from 'vitest';
import { checkCorpus } from './check-corpus.ts';
import type { CheckResult } from './check-corpus.ts';
import { checked, corpusOf } from './fixtures/checked.ts';
import { RULES } from './register.ts';

// Pages of which a check that looks at everything for each text would take minutes.

/** All rules over pages; what they took of the processor, in seconds. */
async function check(
  pages: readonly { readonly html: string; readonly gold: string }[],
  limitMs = 60_000,
): Promise<CheckResult & { readonly seconds: number }> {
  const all = pages.map((page, index) => checked({ id: `a/${index}`, ...page }));
  const began = process.cpuUsage();
  const result = await checkCorpus(corpusOf(all), { rules: RULES, today: '2026-11-22', limitMs });
  return { ...result, seconds: process.cpuUsage(began).user / 1e6 };
}

function lines(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

test('8,000 entries of a menu are found in seconds', async () => {
  const html = `<nav>${lines(8000, (index) => `<a href=x>Entry ${index}</a>\n`)}</nav><p>One two.`;
  const gold = `body:\n  - p: One two.\nboilerplate:\n${lines(8000, (index) => `  - nav: Entry ${index}\n`)}`;
  const { problems, seconds } = await check([{ html, gold }]);
  expect(problems).toEqual([]);
  expect(seconds).toBeLessThan(30);
});

test('2,000 missing texts are told in seconds, each', async () => {
  const html = `<p>${lines(2000, (index) => `word${index} other `)}`;
  const gold = `body:\n${lines(2000, (index) => `  - p: gone${index} word${index} text that is missing\n`)}`;
  const { rules, seconds } = await check([{ html, gold }]);
  expect(rules.find(({ rule }) => rule === 'gold-not-in-page')).toMatchObject({ problems: 2000 });
  expect(seconds).toBeLessThan(30);
});

test('of 5,000 missing texts on a long page the nearest is told of the first ones', async () => {
  const html = `<p>${lines(8000, (index) => `word${index} other `)}`;
  const gold = `body:\n${lines(5000, (index) => `  - p: word${index} x\n`)}`;
  const { problems } = await check([{ html, gold }]);
  const missing = problems.filter(({ code }) => code === 'gold-not-in-page');
  expect(missing).toHaveLength(5000);
  expect(missing[0]!.found).toContain('nearest');
  expect(missing.at(-1)!.found).not.toContain('nearest');
});

test('words of 50,000 letters are looked for as they are', async () => {
  const [a, b] = ['a'.repeat(50_000), 'a'.repeat(25_000)];
  const gold = `body:\n  - p: ${b}b${b}\n  - p: ${a}(\nboilerplate:\n  - nav: ${'(a+)+'.repeat(10_000)}\n`;
  const { rules, seconds } = await check([{ html: `<p>${a}${a}`, gold }]);
  expect(rules.find(({ rule }) => rule === 'gold-not-in-page')).toMatchObject({ problems: 2 });
  expect(seconds).toBeLessThan(30);
});

test('a page that takes longer than a page may is one problem of that page', async () => {
  const short = { html: '<p>One two.', gold: 'body:\n  - p: One two.\n' };
  const html = `<p>${lines(20_000, (index) => `word${index} other `)}`;
  const gold = `body:\n${lines(50_000, (index) => `  - p: gone${index} word text\n`)}`;
  const { problems } = await check([short, { html, gold }, short], 1000);
  expect(problems.filter(({ page }) => page !== 'a/1').map(({ code }) => code)).toEqual(['duplicate-page']);
  expect(problems.filter(({ code }) => code === 'page-too-large')).toMatchObject([
    {
      page: 'a/1',
      found: 'a page that all rules together look at for more than 1 s; the rest of it was not checked',
    },
  ]);
});
