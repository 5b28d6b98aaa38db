import { isScalar, isSeq } from 'yaml';
import type { BodyEntry, BoilerplateBlock, CommentEntry, GoldBlock } from '../model/gold.ts';
import type { GoldPath } from '../model/gold-path.ts';
import { excerpt } from '../util/excerpt.ts';
import { readContent } from './content.ts';
import type { EntryKind, Place, Thread } from './entry-kind.ts';
import { readKind } from './entry-kind.ts';
import { listSchema, reference } from './json-schema.ts';
import type { ValueType } from './values.ts';
import { emptyText, readText, readWord } from './yaml/read-text.ts';
import type { Field, Reading, Slot } from './yaml/reading.ts';
import { isAbsent, readFields, readList, reportSecondKey } from './yaml/reading.ts';
import { gluedColon, missingColon } from './yaml/syntax-faults.ts';

interface EntryList extends Place {
  readonly fix: string;
}

/** The body: blocks and the boilerplate between them, in page order; empty when the page has nothing. */
export const BODY = entryList<BodyEntry>('bodyEntry', {
  blocks: true,
  boilerplate: true,
  thread: 'post',
  name: 'the body',
  fix: 'begin every entry with "- " and its kind, e.g. "- p: …"; write "body: []" if the page has nothing to extract',
});

/** What readers wrote: comments, or their blocks one after the other. */
export const COMMENTS = entryList<CommentEntry>('commentEntry', {
  blocks: true,
  boilerplate: false,
  thread: 'comment',
  name: 'the comments',
  fix: 'begin every entry with "- " and its kind, e.g. "- p: …"',
});

/** Boilerplate around the body. */
export const BOILERPLATE = entryList<BoilerplateBlock>('boilerplateEntry', {
  blocks: false,
  boilerplate: true,
  name: 'the boilerplate',
  fix: 'begin every entry with "- " and its category, e.g. "- nav: …"',
});

const INSIDE: EntryList = {
  blocks: true,
  boilerplate: false,
  name: 'an item or cell',
  fix: 'write a text, or a list of blocks, e.g. "- - p: …"',
};

/** What is misplaced is reported, so that only entries of the right type are left in gold without problems. */
function entryList<Entry extends AnyEntry>(definition: string, place: EntryList): ValueType<Entry[]> {
  return {
    schema: listSchema(reference(definition)),
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    read: (reading, slot, path) => readEntries(reading, slot, path, place).filter(isIn(place)) as Entry[],
  };
}

type AnyEntry = BodyEntry | CommentEntry;

function isIn({ blocks, boilerplate, thread }: Place): (entry: AnyEntry) => boolean {
  return ({ type }) => (type === 'block' ? blocks : type === 'boilerplate' ? boilerplate : type === thread);
}

function readBlocks(reading: Reading, slot: Slot, path: GoldPath): GoldBlock[] {
  return readEntries(reading, slot, path, INSIDE).filter((entry) => entry.type === 'block');
}

function readEntries(
  reading: Reading,
  slot: Slot,
  path: GoldPath,
  place: EntryList,
  mayBeEmpty = true,
): AnyEntry[] {
  const rules = { expected: 'a list of entries', fix: place.fix, mayBeEmpty };
  const entries: AnyEntry[] = [];
  // Texts in a list of boilerplate are entries of their own in gold, so that paths count them.
  const pathOf = (index: number): GoldPath => `${path}[${entries.length + index}]`;
  for (const entry of readList(reading, slot, rules) ?? [])
    for (const each of readEntry(reading, entry, pathOf, place)) entries.push(each);
  return entries;
}

/** The path of an entry that is read, or of one of several. */
type PathOf = (index: number) => GoldPath;

function readEntry(reading: Reading, slot: Slot, pathOf: PathOf, place: EntryList): AnyEntry[] {
  if (reading.isUnreadable(slot.value)) return [];
  if (isScalar(slot.value) || isAbsent(slot.value)) return reportBareText(reading, slot, place);
  const fields = readFields(reading, slot, 'an entry with a kind, e.g. "p: …"');
  if (!fields) return [];
  const [origin, ...again] = fields.filter(({ key }) => key === 'from');
  for (const second of again) reportSecondKey(reading, second);
  const from = origin && readWord(reading, origin.slot, ORIGINS);
  const [first, ...more] = fields.filter(({ key }) => key !== 'from');
  for (const second of more) readSecondKind(reading, second, pathOf, place);
  if (first) {
    const entries = readFirstKind(reading, first, pathOf, place, from);
    if (origin) entries.forEach((_, index) => reading.locate(`${pathOf(index)}.from`, origin.at));
    return entries;
  }
  reading.report(slot.at, {
    code: 'missing-key',
    found: 'an entry that does not say what it is',
    expected: 'a kind, e.g. "p: …", beside "from"',
    fix: 'add the kind and the text',
  });
  return [];
}

type From = GoldBlock['from'];

function readFirstKind(
  reading: Reading,
  field: Field,
  pathOf: PathOf,
  place: EntryList,
  from: From,
): AnyEntry[] {
  const { kind, fault } = readKind(field.key, place);
  if (fault) reading.report(field.at, fault);
  if (kind?.type === 'thread') return readThread(reading, field, pathOf(0), place, kind.thread, from);
  if (kind) return readOfKind(reading, field, pathOf, kind, from);
  // Its kind is unknown, but most kinds hold a text, and a text that is cut is worth reporting.
  if (isScalar(field.slot.value) && !isAbsent(field.slot.value)) readText(reading, field.slot);
  return [];
}

/** A post or comment; where it is misplaced its entries are checked all the same, as those of the list that it stands in. */
function readThread(
  reading: Reading,
  { slot, at }: Field,
  path: GoldPath,
  place: EntryList,
  type: Thread,
  from: From,
): AnyEntry[] {
  if (from !== undefined) {
    reading.report(at, {
      code: 'unknown-key',
      found: `"from" beside "${type}"`,
      expected: 'an origin beside each kind whose text is not seen',
      fix: `move "from: ${from}" to the entries in it`,
    });
  }
  reading.locate(path, at);
  const blocks = readEntries(reading, slot, `${path}.blocks`, place, false).filter(isIn(place));
  // oxlint-disable-next-line no-unsafe-type-assertion -- the list that it stands in holds no others
  return blocks.length === 0 ? [] : [{ type, blocks } as AnyEntry];
}

function readOfKind(
  reading: Reading,
  { slot, at }: Field,
  pathOf: PathOf,
  kind: Exclude<EntryKind, { readonly type: 'thread' }>,
  from: From,
): (GoldBlock | BoilerplateBlock)[] {
  const origin = from && { from };
  if (kind.type === 'todo') return reportTodo(reading, at);
  reading.locate(pathOf(0), at);
  if (kind.type === 'boilerplate') {
    const texts = readBoilerplateTexts(reading, slot, pathOf);
    return texts.map((text) => ({ type: 'boilerplate', category: kind.category, text, ...origin }));
  }
  const base = { optional: kind.optional, ...origin };
  const context = { reading, readBlocks: readBlocks.bind(undefined, reading) };
  const block = readContent(context, slot, pathOf(0), kind.kind, base);
  return block ? [block] : [];
}

const TEXTS = { expected: 'a text, or a list of texts', fix: 'write the text, or take the entry away' };

/** One text, or texts in a list or in rows that are boilerplate each for itself; a cell of a row may be empty. */
function readBoilerplateTexts(reading: Reading, slot: Slot, pathOf: PathOf): readonly string[] {
  if (!isSeq(slot.value)) {
    const text = readText(reading, slot);
    return text === undefined ? [] : [text];
  }
  const before = reading.faultCount;
  const texts: string[] = [];
  const add = (item: Slot, text: string | undefined): void => {
    if (text === undefined || !/\S/u.test(text)) return;
    reading.locate(pathOf(texts.length), item.at);
    texts.push(text);
  };
  for (const item of readList(reading, slot, TEXTS) ?? []) {
    if (!isSeq(item.value)) add(item, readText(reading, item));
    else
      for (const cell of readList(reading, item, TEXTS) ?? [])
        add(cell, readText(reading, cell, { mayBeEmpty: true }));
  }
  if (texts.length === 0 && reading.faultCount === before) reading.report(slot.at, emptyText(slot.name));
  return texts;
}

function reportBareText(reading: Reading, slot: Slot, place: EntryList): [] {
  const text = isAbsent(slot.value) ? '' : String(isScalar(slot.value) ? slot.value.value : '');
  const [, word, sign] = /^([\w-]+\??)([: ])\S/u.exec(text) ?? [];
  if (word !== undefined && readKind(word, place).fault === undefined) {
    reading.report(slot.at, {
      code: 'yaml-syntax',
      ...(sign === ':' ? gluedColon(word) : missingColon(word)),
    });
    return [];
  }
  reading.report(slot.at, {
    code: text === '' ? 'empty-text' : 'wrong-value',
    found: text === '' ? 'an empty entry' : `a text without a kind: ${excerpt(text)}`,
    expected: `entries of ${place.name} that say what they are`,
    fix: text === '' ? 'take the dash away' : place.fix,
  });
  return [];
}

/** Reports a further key; its value is checked as that of the entry which it should have been. */
function readSecondKind(reading: Reading, field: Field, pathOf: PathOf, place: EntryList): void {
  const { kind } = readKind(field.key, place);
  reading.report(field.at, {
    code: 'unknown-key',
    found: `a second key in one entry: "${field.key}"`,
    expected: 'one kind in each entry, and "from" at most',
    fix: kind
      ? `begin an entry of its own: "- ${field.key}: …"`
      : `move "${field.key}" to where it belongs, or take it away`,
  });
  if (kind?.type === 'thread') readThread(reading, field, pathOf(0), place, kind.thread, undefined);
  else if (kind) readOfKind(reading, field, pathOf, kind, undefined);
}

function reportTodo(reading: Reading, at: number): [] {
  reading.report(at, {
    code: 'todo-left',
    found: 'a block that nobody has labelled yet',
    expected: 'a block kind or a boilerplate category in the place of "todo"',
    fix: 'write what it is, e.g. "p" or "nav" (for "todo p", too); the labelling guide lists them all',
  });
  return [];
}

/** Where text stands that a reader does not see in the text of the page. */
export const ORIGINS = {
  hidden:
    'its element or a parent has the attribute hidden, or a style with display: none or visibility: hidden',
  script: 'body text that only stands in a script of the page',
};
