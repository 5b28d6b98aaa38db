import { describe, expect, test } from 'vitest';
import type { Language } from './languages.ts';
import type { FieldComparison } from '../../harness/analyse/compare-field.ts';
import type { Comparison } from '../../harness/stats/comparison-table.ts';
import { choiceText } from './choice-text.ts';

/** Extractors best first, with their ranks; `apart` are the pairs that are told apart, the better one first. */
function fieldOf(
  ranks: Readonly<Record<string, number | undefined>>,
  apart: readonly string[],
): FieldComparison {
  const names = Object.keys(ranks);
  const pairs = names.flatMap((one, first) =>
    names.slice(first + 1).map((other, index): Comparison => {
      const isReversed = apart.includes(`${other}>${one}`);
      const adjusted = isReversed || apart.includes(`${one}>${other}`) ? 0.05 : 0.051;
      return {
        first,
        second: first + 1 + index,
        pages: 30,
        sites: 25,
        difference: isReversed ? -0.1 : 0.1,
        wins: 1,
        ties: 1,
        losses: 1,
        test: { p: adjusted, adjusted, detectable: 0.02 },
      };
    }),
  );
  const extractors = names.map((name, index) => {
    const rank = ranks[name];
    return { name, value: 0.9 - index / 100, pages: 30, ...(rank !== undefined && { rank }) };
  });
  return { pages: [], corpus: 'toy', metric: 'tokens', figure: 'f1', extractors, pairs };
}

const languages: Readonly<Record<string, Language>> = { js1: 'JavaScript', js2: 'JavaScript', js3: 'JavaScript', py: 'Python', go1: 'Go', go2: 'Go' }; // prettier-ignore
const languageOf = (name: string): Language | undefined => languages[name];

describe('what ranks say to who has to choose', () => {
  test('the first rank shared, and by language the best one with those not told apart from it', () => {
    const field = fieldOf(
      { py: 1, js1: 1, other: 1, js2: 2, go1: 3, js3: 3, go2: 5 },
      ['py>js2', 'py>go1', 'js1>go1', 'py>js3', 'js1>js3', 'py>go2', 'js1>go2', 'js2>go2', 'go1>go2'],
    ); // prettier-ignore
    const [first, head, list] = choiceText(field, languageOf);
    expect(first).toBe(
      'No extractor is better than any of these 3 by more than chance explains: **py**, **js1**, **other**. That these pages do not tell them apart does not make them equal.',
    );
    expect(head).toContain('not to say that they are equal');
    expect(list!.split('\n')).toEqual([
      '- JavaScript: **js1** (rank 1); not told apart from it: js2 (rank 2)',
      '- Python: **py** (rank 1), the only one here',
      '- Go: **go1** (rank 3), better than the other one by more than chance explains',
    ]);
  });

  test('the best of a language is the one of the best rank, though another one has the higher figure', () => {
    const field = fieldOf({ js1: 2, js2: 1 }, []);
    expect(choiceText(field, languageOf)[2]).toBe(
      '- JavaScript: **js2** (rank 1); not told apart from it: js1 (rank 2)',
    );
  });

  test('alone in the first rank is better than all only where it is told apart from all', () => {
    const best = fieldOf({ a: 1, b: 2, c: 2 }, ['a>b', 'a>c']);
    expect(choiceText(best, languageOf)).toEqual([
      '**a** is better than every other extractor here by more than chance explains.',
    ]);
    // b is worse than c, which has a lower figure on the whole; nothing is known of a and b.
    const open = fieldOf({ a: 1, b: 2, c: 2 }, ['a>c', 'c>b']);
    expect(choiceText(open, languageOf)).toEqual([
      'No extractor is better than **a** by more than chance explains; not told apart from it: b (rank 2).',
    ]);
  });

  test('nothing is said where nobody has a rank', () => {
    const said = ['There are too few sites to rank anyone.'];
    expect(choiceText(undefined, languageOf)).toEqual(said);
    expect(choiceText(fieldOf({ js1: undefined, js2: undefined }, []), languageOf)).toEqual(said);
  });

  test('names are text', () => {
    expect(choiceText(fieldOf({ 'a*b': 1, c: 1 }, []), languageOf)[0]).toContain('**a\\*b**');
  });
});
