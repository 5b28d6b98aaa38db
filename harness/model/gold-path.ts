import type { Gold, GoldAbout, GoldMetadata } from './gold.ts';

/** A key at the margin of `gold.yaml`. */
export type GoldKey = keyof GoldAbout | keyof GoldMetadata | Exclude<keyof Gold, 'about' | 'metadata'>;

/**
 * The address of a piece of gold: the keys and positions, from 0, that lead to it, as a program would write them:
 *
 * ```
 * title   authors[1]   captured   labelled.on   response.type   traits[0]
 * body   body[3]                    the body, a block or boilerplate entry of it
 * body[3].items[2]                  an item of a list
 * body[4].rows[1][2]                a cell of a table: row and column
 * body[5].entries[0].term           a term of a definition list
 * body[5].entries[0].texts[1]       one of its texts
 * body[3].items[2][0]               a block in an item, cell or text, from where it goes on: body[3].items[2][0].rows[0][1]
 * comments[0]   boilerplate[2]   segments.with[0]   segments.without
 * comments[0].blocks[2]             a block of a comment; a reply to it: comments[0].blocks[3].blocks[0]
 * body[1].blocks[0].items[2]        an item of a list in a post
 * body[3].from                      where a block stands that a reader does not see
 * ```
 *
 * It is the path of properties in `Gold`, without `about` and `metadata`, whose keys stand at the margin of the file. Texts
 * that `gold.yaml` lists under one category of boilerplate are entries of their own here, as they are in `Gold`.
 */
export type GoldPath = GoldKey | `${GoldKey}${'.' | '['}${string}`;

/** A place in a text file as editors count: from 1, columns in UTF-16 code units. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where `gold.yaml` has what a path addresses: what has a key (a field, a block, an entry) at its key; items, cells and
 * texts in a list at their first character.
 */
export type GoldPlaces = ReadonlyMap<GoldPath, FilePlace>;

/** The key at the margin under which a path leads: `body` of `body[3].items[2]`. */
export function keyOf(path: GoldPath): GoldKey {
  // oxlint-disable-next-line no-unsafe-type-assertion -- every path begins with one
  return /^\w+/u.exec(path)![0] as GoldKey;
}

/**
 * The path of the entry of a list, of a post or of a comment that a path leads into: `body[3]` of `body[3].items[2]`,
 * `comments[0].blocks[1]` of itself; `title` of `title`.
 */
export function entryOf(path: GoldPath): GoldPath {
  const [entry = path] = /^[\w.]+\[\d+\](?:\.blocks\[\d+\])*/u.exec(path) ?? [];
  // oxlint-disable-next-line no-unsafe-type-assertion -- the beginning of a path is one
  return entry as GoldPath;
}
