import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../model/problem.ts';
import type { WriteOptions } from './canonical.ts';
import { canonicalised, isModeline } from './canonical.ts';
import { findComments } from './comments.ts';
import { readGold } from './read-gold.ts';

/** A gold file in the canonical form, or what is wrong with it. */
export type FormattedGold =
  | { readonly status: 'formatted'; readonly text: string }
  | { readonly status: 'faulty'; readonly problems: readonly Problem[] };

/**
 * Brings the text of a `gold.yaml` into the canonical form: how it is written changes, not what it says, nor how
 * its entries and lists are divided. Comments are kept, on lines of their own. A schema that is given takes the
 * place of one that the file names. What comes out has been read again: the same gold, the same comments.
 *
 * @param file the path to name in the problems
 * @throws Error if it is not the same, which is a bug; nothing may be written then.
 */
export function formatGold(source: string, file: string, options: WriteOptions = {}): FormattedGold {
  const { gold, problems } = readGold(source, file);
  if (gold === undefined) return { status: 'faulty', problems };
  const text = canonicalised(source, options);
  const isSame = isDeepStrictEqual(readGold(text, file).gold, gold);
  if (!isSame || !isDeepStrictEqual(remarksIn(text), remarksIn(source))) {
    throw new Error(`${file}: its canonical form would not say the same; the file was not touched`);
  }
  return { status: 'formatted', text };
}

/** All comments but those that name a schema, in no order of their own: keys may have moved. */
function remarksIn(source: string): string[] {
  return findComments(source)
    .map(({ text }) => text)
    .filter((text) => !isModeline(text))
    .toSorted();
}
