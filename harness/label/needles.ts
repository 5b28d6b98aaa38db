import { squeeze } from '../document/squeeze.ts';
import { goldToDocument } from '../document/gold.ts';
import type { BoilerplateBlock, Gold, GoldBlock } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';
import { BLOCK_KINDS } from '../model/vocabulary.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import type { BlockLabel, Label } from './labels.ts';

/** A text to be looked for in the page. */
export interface Needle {
  readonly label: Label;
  readonly text: string;
  /** `text` in normal form and without white space, never empty. */
  readonly squeezed: string;
  /** Where the gold says that it stands, if not in what a reader sees. */
  readonly from: 'script' | 'hidden' | undefined;
}

/** Texts that stand one behind the other: the items of a list, the cells of a table, or one block alone. */
export type Entry = readonly Needle[];

/** The texts of the gold, list by list, each entry with the texts of its parts; texts without a character are left out. */
export interface Needles {
  readonly title: Entry;
  readonly body: readonly Entry[];
  readonly comments: readonly Entry[];
  readonly boilerplate: readonly Entry[];
}

export function needlesOf(gold: Gold): Needles {
  const { body = [], comments, boilerplate, metadata } = gold;
  const hasTitle = body.some((entry) => entry.type === 'block' && entry.kind === 'title');
  const title: readonly GoldBlock[] =
    metadata.title === undefined || hasTitle
      ? []
      : [{ type: 'block', kind: 'title', optional: false, text: metadata.title }];
  return {
    title: title.flatMap((block) => ofBlock(block, 'title', 0)),
    body: body.map((entry, index) =>
      entry.type === 'block' ? ofBlock(entry, 'body', index) : ofBoilerplate(entry, 'body', index),
    ),
    comments: comments.map((block, index) => ofBlock(block, 'comments', index)),
    boilerplate: boilerplate.map((block, index) => ofBoilerplate(block, 'boilerplate', index)),
  };
}

/** Under it the role of a leaf says whether the label makes it optional. */
const ALL_REQUIRED: Policy = {
  name: 'all',
  description: 'every kind of block',
  required: Object.keys(BLOCK_KINDS).filter(isBlockKind),
  comments: 'forbidden',
};

function ofBlock(block: GoldBlock, part: BlockLabel['part'], entry: number): Entry {
  const alone: Gold = { about: { traits: [] }, metadata: {}, body: [block], comments: [], boilerplate: [] };
  return goldToDocument(alone, ALL_REQUIRED).blocks.flatMap(({ kind, text, role }) => {
    const optional = role === 'optional';
    return toNeedle({ type: 'block', part, entry, kind, optional }, text, block.from);
  });
}

function ofBoilerplate(
  { category, text, from }: BoilerplateBlock,
  part: 'body' | 'boilerplate',
  entry: number,
): Entry {
  return toNeedle({ type: 'boilerplate', part, entry, category }, text, from);
}

function toNeedle(label: Label, text: string, from: Needle['from']): Entry {
  const short = squeeze(text);
  return short === '' ? [] : [{ label, text, squeezed: short, from }];
}

function isBlockKind(word: string): word is BlockKind {
  return Object.hasOwn(BLOCK_KINDS, word);
}
