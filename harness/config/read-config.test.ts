import { describe, expect, test } from 'vitest';
import type { AssayConfig } from '../model/config.ts';
import { readConfig } from './read-config.ts';

const WHOLE: AssayConfig = {
  extractors: {
    mine: './src/mine.ts',
    'mine-fast': { module: './src/mine.ts', options: { fast: true, lines: [1, null, { a: 'b' }] } },
    'mine-1.0': 'recorded:./old.json',
    besser: { module: './b.ts' },
  },
  corpora: { private: './corpus', aeb: 'aeb:../benchmark' },
  policies: {
    body: { required: ['p', 'h2'] },
    talk: { required: ['p'], comments: 'required', description: 'text and talk' },
  },
  run: {
    corpus: ['private', 'builtin'],
    extractor: 'mine',
    policy: 'body',
    workers: 2,
    timeout: 5000,
    cache: false,
  },
};

test('a configuration is read with all that it holds', () => {
  expect(readConfig(WHOLE)).toEqual({ config: WHOLE, faults: [] });
});

test.each([
  ['nothing at all', {}, {}],
  ['keys without a value', { extractors: undefined, run: { workers: undefined } }, { run: {} }],
  ['options without a value', { extractors: { a: { module: './a.ts', options: { b: undefined } } } }, { extractors: { a: { module: './a.ts', options: {} } } }],
])('may hold %s', (_, value, config) => {
  expect(readConfig(value)).toEqual({ config, faults: [] });
}); // prettier-ignore

/** What is wrong with a configuration: `path: found; expected; mend`. */
function faultsOf(value: unknown): string[] {
  return readConfig(value).faults.map(
    ({ path, found, expected, mend }) => `${path.join('/')}: ${found}; ${expected}; ${mend}`,
  );
}

describe('a fault is told with its place, what was found, what is expected and how to mend it', () => {
  class Rule {
    readonly lines = 2;
  }
  const endless: Record<string, unknown> = {};
  endless['again'] = endless;
  const option = (value: unknown): unknown => ({
    extractors: { a: { module: './a.ts', options: { o: value } } },
  });
  const json =
    'data that JSON can hold; write texts, numbers, true, false, null, lists and maps; the module makes what it needs of them';
  const kinds =
    'one of title, standfirst, outlet, byline, dateline, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, quote, code, table, math, caption, note';

  test.each<[string, unknown, string]>([
    ['a list', [], ': an array; a map with the keys extractors, corpora, policies, run; write key: value'],
    ['a function', () => ({}), ': a function; a map with the keys extractors, corpora, policies, run; write key: value'],
    ['a key misspelt', { extractor: {} }, 'extractor: the unknown key "extractor"; one of extractors, corpora, policies, run; did you mean "extractors"?'],
    ['a switch that is none', { run: { cache: 'no' } }, 'run/cache: the text "no"; true or false; write cache: false'],
    ['a key that nothing resembles', { run: { colour: 1 } }, 'run/colour: the unknown key "colour"; one of corpus, extractor, policy, workers, timeout, memory, cache; take it away'],
    ['extractors as a list', { extractors: ['./a.ts'] }, 'extractors: an array; a map of extractors by name; write name: ./module.ts'],
    ['an extractor that is a number', { extractors: { a: 3 } }, 'extractors/a: a number (3); what --extractor takes, or a map with one of the keys module, command and http; write ./module.ts, or { module: ./module.ts, options: { … } }'],
    ['an extractor without module', { extractors: { a: { options: {} } } }, 'extractors/a: nothing; the path of a module under the key module (or a command, or http); write module: ./module.ts'],
    ['an extractor with a blank module', { extractors: { a: { module: ' ' } } }, 'extractors/a/module: the text " "; the path of a module under the key module (or a command, or http); write module: ./module.ts'],
    ['a name with a slash', { extractors: { 'a/b': './a.ts' } }, 'extractors/a/b: the name "a/b"; letters, digits and . _ - @ +, the first a letter or digit, at most 100; give it another name'],
    ['options that are a list', { extractors: { a: { module: './a.ts', options: [1] } } }, 'extractors/a/options: an array; a map of options; write name: value'],
    ['an option that is a function', option(() => 1), `extractors/a/options/o: a function; ${json}`],
    ['an option that is no number', option(Number.NaN), `extractors/a/options/o: a number (NaN); ${json}`],
    ['an option that is a date', option([new Date(0)]), `extractors/a/options/o/0: an object of the class Date; ${json}`],
    ['an option of a class', option({ p: new Rule() }), `extractors/a/options/o/p: an object of the class Rule; ${json}`],
    ['a corpus that is a map', { corpora: { a: {} } }, 'corpora/a: an object; a folder, or a dataset such as aeb:PATH; write ./folder'],
    ['the name of the built-in corpus', { corpora: { builtin: './c' } }, 'corpora/builtin: the name "builtin"; another name: this one is that of the corpus of Assay; give the corpus another name'],
    ['the name of a policy of Assay', { policies: { article: { required: ['p'] } } }, 'policies/article: the name "article"; another name: a policy of Assay is called so, and figures of the two would look the same; give the policy another name'],
    ['a policy without required', { policies: { a: {} } }, 'policies/a: nothing; a list of kinds of blocks under the key required; write [p, h2, …]'],
    ['a policy that requires nothing', { policies: { a: { required: [] } } }, 'policies/a/required: an empty list; a list of kinds of blocks under the key required; write [p, h2, …]'],
    ['a kind misspelt', { policies: { a: { required: ['p', 'quot'] } } }, `policies/a/required/1: the text "quot"; ${kinds}; did you mean "quote"?`],
    ['comments that are neither', { policies: { a: { required: ['p'], comments: 'optional' } } }, 'policies/a/comments: the text "optional"; one of required, forbidden; take one of these words'],
    ['no worker', { run: { workers: 0 } }, 'run/workers: a number (0); a whole number of at least 1; take it away to use every processor'],
    ['half a millisecond', { run: { timeout: 0.5 } }, 'run/timeout: a number (0.5); a whole number of at least 1; write milliseconds, e.g. 10000'],
    ['no corpus', { run: { corpus: [] } }, 'run/corpus: an empty list; a name, or a list of names; write [name, …]'],
    ['a corpus that is no text', { run: { corpus: ['a', 1] } }, 'run/corpus/1: a number (1); a name; write a text'],
  ])('%s', (_, value, fault) => {
    expect(faultsOf(value)).toEqual([fault]);
  }); // prettier-ignore

  test('options that hold themselves', () => {
    const [fault, ...others] = readConfig(option(endless)).faults;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ found: 'options in options without end' });
  });

  test('all of them at once', () => {
    expect(faultsOf({ extractors: { a: 1 }, corpora: 1, polices: {}, run: { workers: '2' } })).toHaveLength(
      4,
    );
  });
});
