import { isMap, isScalar, isSeq } from 'yaml';
import type { Cell, DefinitionListBlock, GoldBlock } from '../model/gold.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import { BLOCK_KINDS, isWordOf } from '../model/vocabulary.ts';
import { excerpt } from '../util/excerpt.ts';
import { emptyText, readText } from './yaml/read-text.ts';
import type { ListRules, Reading, Slot } from './yaml/reading.ts';
import { isAbsent, readList, startOf } from './yaml/reading.ts';

/** What a block has beside its kind and content. */
export type BlockBase = Pick<GoldBlock, 'optional' | 'from'>;

/** Reads the blocks inside an item or cell; given from outside, because they may hold lists and tables again. */
export type ReadBlocks = (slot: Slot, path: GoldPath) => readonly GoldBlock[];

/** Where content is read: the file, and how the blocks inside items and cells are read. */
interface Context {
  readonly reading: Reading;
  readonly readBlocks: ReadBlocks;
}

/** The block of this kind with the content that stands there, or nothing when it has a fault. */
export function readContent(
  context: Context,
  slot: Slot,
  path: GoldPath,
  kind: BlockKind,
  base: BlockBase,
): GoldBlock | undefined {
  const { reading } = context;
  // `type` stands first, because Node 20 gives each object that begins with a spread a hidden class of its own, of 250 bytes.
  if (kind === 'ul' || kind === 'ol') {
    const items = readCells(context, readList(reading, slot, ITEMS), (index) => `${path}.items[${index}]`);
    return items && { type: 'block', ...base, kind, items };
  }
  if (kind === 'dl') {
    const entries = readDefinitions(context, slot, path);
    return entries && { type: 'block', ...base, kind, entries };
  }
  if (kind === 'table') {
    const rows = readRows(context, slot, path);
    return rows && { type: 'block', ...base, kind, rows };
  }
  const text = kind === 'code' ? readCode(reading, slot) : readText(reading, slot);
  return text === undefined ? undefined : { type: 'block', ...base, kind, text };
}

function readCode(reading: Reading, slot: Slot): string | undefined {
  const { value } = slot;
  const isWritten = isScalar(value) && !isAbsent(value) && !reading.isUnreadable(value);
  if (!isWritten || value.type === 'BLOCK_LITERAL') return readText(reading, slot);
  return reading.report(startOf(value), {
    code: 'wrong-value',
    found: `code on the line of its key: ${excerpt(String(value.value))}`,
    expected: 'a literal block, in which white space and line breaks stand as they are',
    fix: 'write "code: |" and the code on the lines below, indented further',
  });
}

const ITEMS = {
  expected: 'a list of items',
  fix: 'write ["first item", "second item"], or "- " and one item a line',
};
const ENTRIES = { expected: 'a list of [term, text…]', fix: 'write ["term", "what it means"] for each' };
const ROWS = {
  expected: 'a list of rows, each a list of cells',
  fix: 'write [["Year", "Towns"], ["2024", "28"]], or "- " and one row a line',
};
const CELLS = {
  expected: 'a list of cells',
  fix: 'write ["2024", "28"] for each row; "" for an empty cell',
};

type Definition = DefinitionListBlock['entries'][number];

function readDefinitions(context: Context, slot: Slot, path: GoldPath): Definition[] | undefined {
  return readLists(context.reading, slot, ENTRIES)
    ?.map((entry, index) => readDefinition(context, entry, `${path}.entries[${index}]`))
    .filter((definition) => definition !== undefined);
}

function readDefinition(context: Context, slot: Slot, path: GoldPath): Definition | undefined {
  const { reading } = context;
  const [first, ...rest] = readList(reading, slot, ENTRIES) ?? [];
  const term = first && readText(reading, first);
  if (first) reading.locate(`${path}.term`, first.at);
  const texts = readCells(context, rest, (index) => `${path}.texts[${index}]`);
  if (first && rest.length === 0) {
    const found = `a term without a text${term === undefined ? '' : `: ${excerpt(term)}`}`;
    return reading.report(slot.at, { code: 'empty-text', found, ...ENTRIES });
  }
  return term === undefined || !texts ? undefined : { term, texts };
}

function readRows(context: Context, slot: Slot, path: GoldPath): Cell[][] | undefined {
  const { reading } = context;
  const rows = readLists(reading, slot, ROWS)?.map((row, index) => {
    const cells = readList(reading, row, CELLS);
    return readCells(context, cells, (column) => `${path}.rows[${index}][${column}]`, { mayBeEmpty: true });
  });
  if (!rows?.every((row) => row !== undefined)) return undefined;
  const isBlank = rows.flat().every((cell) => typeof cell === 'string' && !/\S/u.test(cell));
  return isBlank ? reading.report(slot.at, emptyText(slot.name)) : rows;
}

/** A list of lists. Texts alone are one list too few, which is one fault and not one for each text. */
function readLists(reading: Reading, slot: Slot, rules: ListRules): readonly Slot[] | undefined {
  const items = readList(reading, slot, rules);
  const [first] = items ?? [];
  const isFlat = items?.every(({ value }) => isScalar(value) && !reading.isUnreadable(value)) === true;
  if (!first || !isFlat) return items;
  const found = `a list of texts for ${slot.name}`;
  return reading.report(first.at, { code: 'wrong-value', found, ...rules });
}

type CellRules = { readonly mayBeEmpty?: boolean };

function readCells(
  context: Context,
  slots: readonly Slot[] | undefined,
  pathOf: (index: number) => GoldPath,
  rules: CellRules = {},
): Cell[] | undefined {
  const cells = slots?.map((slot, index) => {
    context.reading.locate(pathOf(index), slot.at);
    return readCell(context, slot, pathOf(index), rules);
  });
  return cells?.every((cell) => cell !== undefined) ? cells : undefined;
}

function readCell(context: Context, slot: Slot, path: GoldPath, rules: CellRules): Cell | undefined {
  const { reading, readBlocks } = context;
  const { value } = slot;
  if (isSeq(value)) {
    if (value.items.length === 0) return reading.report(startOf(value), emptyText(slot.name));
    const isTexts = value.items.every((item) => isScalar(item) && !reading.isUnreadable(item));
    return isTexts ? reportTexts(reading, slot) : readBlocks(slot, path);
  }
  const kind = isMap(value) ? String(value.items[0]?.key) : undefined;
  if (value && kind !== undefined && isWordOf(BLOCK_KINDS, kind.replace(/\?$/u, ''))) {
    return reading.report(startOf(value), {
      code: 'wrong-value',
      found: `the block "${kind}" in the place of an item of ${slot.name}`,
      expected: 'a text, or a list of blocks',
      fix: `write the text alone, or "- - ${kind}: …" for a list of blocks`,
    });
  }
  return readText(reading, slot, rules);
}

function reportTexts(reading: Reading, { at, name }: Slot): undefined {
  return reading.report(at, {
    code: 'wrong-value',
    found: `a list of texts in the place of an item of ${name}`,
    expected: 'a text, or a list of blocks',
    fix: 'take the inner brackets or dashes away, or give each text a kind, e.g. "- - p: …"',
  });
}
