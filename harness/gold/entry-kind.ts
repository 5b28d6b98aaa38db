import type { BlockKind, BoilerplateCategory } from '../model/vocabulary.ts';
import { BLOCK_KINDS, BOILERPLATE_CATEGORIES, isWordOf } from '../model/vocabulary.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { Fault } from './yaml/parse.ts';

/** Which entries a list may hold. */
export interface Place {
  readonly blocks: boolean;
  readonly boilerplate: boolean;
  /** How messages call the list, e.g. `the body`. */
  readonly name: string;
}

/** What the first key of an entry says. */
export type EntryKind =
  | { readonly type: 'block'; readonly kind: BlockKind; readonly optional: boolean }
  | { readonly type: 'boilerplate'; readonly category: BoilerplateCategory }
  | { readonly type: 'todo' };

/** A reading of the key, and what is wrong with it; with both, the reading is what was probably meant. */
export interface KindReading {
  readonly kind?: EntryKind;
  readonly fault?: Fault;
}

/** Reads the key of an entry: a block kind, with `?` if it is optional, or a boilerplate category. */
export function readKind(word: string, place: Place): KindReading {
  const optional = word.endsWith('?');
  const name = optional ? word.slice(0, -1) : word;
  if (name === 'todo') return { kind: { type: 'todo' } };
  if (isWordOf(BLOCK_KINDS, name)) {
    const kind = { type: 'block', kind: name, optional } as const;
    return place.blocks
      ? { kind }
      : { kind, fault: misplaced(word, place, 'article text belongs in "body"') };
  }
  if (!isWordOf(BOILERPLATE_CATEGORIES, name)) return guess(word, name, place);
  const kind = { type: 'boilerplate', category: name } as const;
  if (!place.boilerplate) {
    return {
      kind,
      fault: misplaced(word, place, 'boilerplate stands in "body" itself or under "boilerplate"'),
    };
  }
  return optional ? { kind, fault: optionalBoilerplate(word, name) } : { kind };
}

/** What people write who know the thing but not our word for it. */
const OTHER_NAMES: Readonly<Record<string, BlockKind>> = {
  paragraph: 'p',
  para: 'p',
  text: 'p',
  headline: 'title',
  heading: 'h2',
  subtitle: 'standfirst',
  lead: 'standfirst',
  summary: 'standfirst',
  author: 'byline',
  date: 'dateline',
  published: 'dateline',
  publisher: 'outlet',
  list: 'ul',
  blockquote: 'quote',
  pre: 'code',
  formula: 'math',
  figcaption: 'caption',
  image: 'caption',
  footnote: 'note',
};

function guess(word: string, name: string, place: Place): KindReading {
  const known = wordsOf(place);
  const near = didYouMean(name, [...known, ...(place.blocks ? Object.keys(OTHER_NAMES) : [])]);
  const meant = near === undefined || known.includes(near) ? near : OTHER_NAMES[near];
  const fault = {
    code: 'unknown-word',
    found: `unknown ${place.blocks ? 'block kind' : 'boilerplate category'} "${word}"`,
    expected: `one of ${known.join(', ')}`,
    fix: meant === undefined ? 'take one of these words' : `did you mean "${meant}"?`,
  } as const;
  return meant === undefined ? { fault } : { ...readKind(meant, place), fault };
}

function wordsOf(place: Place): string[] {
  return [
    ...(place.blocks ? Object.keys(BLOCK_KINDS) : []),
    ...(place.boilerplate ? Object.keys(BOILERPLATE_CATEGORIES) : []),
  ];
}

function misplaced(word: string, place: Place, fix: string): Fault {
  return {
    code: 'unknown-word',
    found: `"${word}" in ${place.name}`,
    expected: `one of ${wordsOf(place).join(', ')}`,
    fix,
  };
}

function optionalBoilerplate(word: string, name: string): Fault {
  return {
    code: 'unknown-word',
    found: `"${word}"`,
    expected: 'a boilerplate category without "?": boilerplate is never optional',
    fix: `write "${name}"`,
  };
}
