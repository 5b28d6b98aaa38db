import { didYouMean } from '../../util/did-you-mean.ts';

/**
 * Which words are keys, and where. The search for wrong indentation uses it to tell a key from running text
 * and to find the level at which a line belongs; what a file may hold is decided elsewhere.
 */
export interface Outline {
  /** Keys at the margin. */
  readonly top: ReadonlySet<string>;
  /** Keys directly under a key at the margin. */
  readonly under: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys that open an entry of a list. */
  readonly entry: ReadonlySet<string>;
  /** Keys that may follow in the same entry. */
  readonly attribute: ReadonlySet<string>;
}

/** Whether the word is a key somewhere in the file; a `?` behind it does not matter. */
export function isKey(outline: Outline, word: string): boolean {
  return allKeys(outline).has(bare(word));
}

/** Whether the word is a key, or near enough to one to be a slip of the pen. */
export function resemblesKey(outline: Outline, word: string): boolean {
  if (isKey(outline, word)) return true;
  return /^[\w?-]{3,}$/u.test(word) && didYouMean(bare(word), allKeys(outline)) !== undefined;
}

/** Whether the word is one of these keys; a `?` behind it does not matter. */
export function hasKey(keys: ReadonlySet<string>, word: string): boolean {
  return keys.has(bare(word));
}

function bare(word: string): string {
  return word.endsWith('?') ? word.slice(0, -1) : word;
}

const collected = new WeakMap<Outline, ReadonlySet<string>>();

function allKeys(outline: Outline): ReadonlySet<string> {
  const known = collected.get(outline);
  if (known) return known;
  const keys = new Set([
    ...outline.top,
    ...outline.entry,
    ...outline.attribute,
    ...[...outline.under.values()].flatMap((under) => [...under]),
  ]);
  collected.set(outline, keys);
  return keys;
}
