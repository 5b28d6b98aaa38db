import type { BlockKind, BoilerplateCategory } from '../model/vocabulary.ts';
import { BLOCK_KINDS, BOILERPLATE_CATEGORIES, isWordOf } from '../model/vocabulary.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { Fault } from './yaml/parse.ts';

/** Which entries a list may hold. */
export interface Place {
  readonly blocks: boolean;
  readonly boilerplate: boolean;
  /** What gathers entries here: a post in the body, a comment among comments. Absent: nothing. */
  readonly thread?: Thread;
  /** How messages call the list, e.g. `the body`. */
  readonly name: string;
}

/** What gathers blocks and the answers to them, with its meaning. */
export const THREADS = {
  post: 'a post of a forum, a question or an answer: a list of its blocks, and of the posts that answer it',
  comment: 'a comment of a reader: a list of its blocks, and of the comments that answer it',
} as const;

export type Thread = keyof typeof THREADS;

/** What the first key of an entry says. */
export type EntryKind =
  | { readonly type: 'thread'; readonly thread: Thread }
  | { readonly type: 'block'; readonly kind: BlockKind; readonly optional: boolean }
  | { readonly type: 'boilerplate'; readonly category: BoilerplateCategory }
  | { readonly type: 'todo' };

/** A reading of the key, and what is wrong with it; with both, the reading is what was probably meant. */
export interface KindReading {
  readonly kind?: EntryKind;
  readonly fault?: Fault;
}

/** Reads the key of an entry: a block kind, with `?` if it is optional, a boilerplate category, or a post or comment. */
export function readKind(word: string, place: Place): KindReading {
  const optional = word.endsWith('?');
  const name = optional ? word.slice(0, -1) : word;
  if (/^todo(?: \w+)?\??$/u.test(word)) return { kind: { type: 'todo' } };
  if (isWordOf(THREADS, name)) return readThread(word, name, place);
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

function readThread(word: string, thread: Thread, place: Place): KindReading {
  const kind = { type: 'thread', thread } as const;
  if (place.thread === thread) {
    const fault = { ...misplaced(word, place, `write "${thread}", and "?" behind the kinds in it`) };
    return word === thread ? { kind } : { kind, fault };
  }
  const fix = place.thread === undefined ? WHERE_THREADS[thread] : `write "${place.thread}" here`;
  return { kind, fault: misplaced(word, place, fix) };
}

const WHERE_THREADS: Readonly<Record<Thread, string>> = {
  post: 'posts stand in "body", or in another post',
  comment: 'comments stand under "comments", or in another comment',
};

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
    ...(place.thread === undefined ? [] : [place.thread]),
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
