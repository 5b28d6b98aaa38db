import { expect, test } from 'vitest';
import { builtInCorpus } from '../corpus/open.ts';
import { openNativeCorpus } from '../corpus/native.ts';
import { documentToText } from '../document/plain-text.ts';
import { POLICIES } from '../model/policy.ts';
import { tokens } from './metrics/tokens.ts';
import { PreparedGold } from './prepared-gold.ts';
import { PERFECT, headlines } from './metrics/fixtures/text-metrics.ts';
import { ScoringInput } from './scoring-input.ts';

const opened = await openNativeCorpus(builtInCorpus());
if (opened.status !== 'ok') throw new Error('the built-in corpus has problems');
const { corpus } = opened;
const policies = [POLICIES.article, POLICIES.prose];
const all = await Promise.all(corpus.pages.map(async (each) => (await corpus.read(each)).gold));
// Every eleventh page: all sorts are among them.
const some = all.filter((_, index) => index % 11 === 0);
const prepared = some.flatMap((gold) => policies.map((policy) => new PreparedGold(gold, policy)));

/** The texts of a page's units, each item or cell a line, and whether they are optional. */
function unitsOf({ document }: PreparedGold): { readonly text: string; readonly isOptional: boolean }[] {
  const units = new Map<string, string[]>();
  for (const { unit, role, text } of document.blocks) {
    const key = `${unit} ${role}`;
    units.set(key, [...(units.get(key) ?? []), text]);
  }
  return [...units].map(([key, texts]) => ({ text: texts.join('\n'), isOptional: key.endsWith('optional') }));
}

function countsOf(gold: PreparedGold, texts: readonly string[]): Record<string, number | undefined> {
  const { counts } = tokens.scorePage(new ScoringInput(gold, { text: texts.join('\n') }));
  const { matched, missing, surplus } = counts;
  return { matched, missing, surplus };
}

test.each([1, 2, 3])(
  'on the pages of the corpus with a tenth of the required text missing, each optional block may be dropped or moved (%i)',
  (seed) => {
    let tried = 0;
    for (const gold of prepared) {
      const kept = unitsOf(gold).filter(({ isOptional }, index) => isOptional || (index + seed) % 10 !== 0);
      const before = countsOf(gold, kept.map(({ text }) => text)); // prettier-ignore
      kept.forEach(({ text, isOptional }, index) => {
        if (!isOptional) return;
        const others = kept.filter((_, other) => other !== index).map((each) => each.text);
        expect(countsOf(gold, others)).toEqual(before);
        const place = (index * 7 + seed * 5) % (others.length + 1);
        expect(countsOf(gold, others.toSpliced(place, 0, text))).toEqual(before);
        tried++;
      });
    }
    expect(tried).toBeGreaterThan(50);
  },
);

test('on the pages of the corpus optional text may be kept, dropped or moved to the end', () => {
  let tried = 0;
  for (const gold of prepared) {
    const units = unitsOf(gold);
    const required = units.filter(({ isOptional }) => !isOptional).map(({ text }) => text);
    if (required.length === 0) continue;
    const optional = units.filter(({ isOptional }) => isOptional).map(({ text }) => text);
    const kept = units.map(({ text }) => text);
    for (const texts of [kept, required, [...required, ...optional]]) {
      expect(headlines(new ScoringInput(gold, { text: texts.join('\n') })), texts.join('\n')).toEqual(
        PERFECT,
      );
    }
    tried++;
  }
  expect(tried).toBeGreaterThan(9);
});

test('on each page of the corpus gold itself is perfect', () => {
  const golds = all.map((gold) => new PreparedGold(gold, POLICIES.article));
  for (const gold of golds.filter(({ requiredText }) => requiredText !== '')) {
    const text = documentToText(gold.document);
    expect(headlines(new ScoringInput(gold, { text })), text).toEqual(PERFECT);
  }
});
