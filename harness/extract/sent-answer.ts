import { EXTRACTION_FIELDS } from '../model/extraction.ts';
import { describeValue } from '../util/describe-value.ts';
import { isRecord } from '../util/is-record.ts';
import {
  MOST_OF_LIST,
  MOST_TEXT,
  UNREADABLE,
  isField,
  isLong,
  isTextField,
  isTexts,
  lengthOf,
  noObject,
  readExtraction,
  readFields,
  tooLong,
  tooMany,
} from './read-extraction.ts';
import type { ExtractionReading } from './read-extraction.ts';

/**
 * An answer on its way from the process of a module to ours. It is not checked there, only made fit to be sent: texts
 * and lists of texts are as they were returned, everything else is in words, and what is longer than any extraction
 * stays behind.
 */
export type SentAnswer =
  | null
  | { readonly fields: readonly (readonly [name: string, value: SentValue])[] }
  | InWords
  /** So many characters were too many to be sent. */
  | { readonly characters: number }
  /** In this field was a list of so many texts, too many to be sent. */
  | { readonly list: string; readonly texts: number };

type SentValue = string | readonly string[] | null | undefined | InWords;

/** A value that is no text: what it is, as `describeValue` has it. */
interface InWords {
  readonly words: string;
}

/** One more than there are: so that one of them is unknown. */
const MOST_FIELDS = Object.keys(EXTRACTION_FIELDS).length + 1;
/** No name of a field is nearly as long. */
const LONGEST_NAME = 100;

/** What an extractor returned, fit to be sent. Never throws. */
export function toSentAnswer(answer: unknown): SentAnswer {
  if (answer === null) return null;
  try {
    if (!isRecord(answer)) return { words: describeValue(answer) };
    const fields: [string, SentValue][] = [];
    let characters = 0;
    for (const [name, value] of Object.entries(answer).slice(0, MOST_FIELDS)) {
      if (isLong(value) && isField(name) && !isTextField(name)) return { list: name, texts: value.length };
      const sent = toSentValue(value);
      fields.push([name.slice(0, LONGEST_NAME), sent]);
      if (typeof sent === 'string') characters += sent.length;
      else if (isTexts(sent)) characters += lengthOf(sent);
    }
    return characters > MOST_TEXT ? { characters } : { fields };
  } catch {
    return { words: UNREADABLE };
  }
}

function toSentValue(value: unknown): SentValue {
  if (value === null || value === undefined || typeof value === 'string') return value;
  return !isLong(value) && isTexts(value) ? Array.from(value) : { words: describeValue(value) };
}

/** The same check as `readExtraction`, of an answer that was sent. */
export function readSentAnswer(sent: SentAnswer): ExtractionReading {
  if (sent === null) return readExtraction(null);
  if ('words' in sent) return noObject(sent.words);
  if ('characters' in sent) return tooLong(sent.characters);
  if ('list' in sent) return tooMany(sent.list, sent.texts);
  return readFields(sent.fields, (value) => (isInWords(value) ? value.words : describeValue(value)));
}

function isInWords(value: unknown): value is InWords {
  return isRecord(value) && typeof value['words'] === 'string';
}

/** Most texts of an answer: of each field its name and a list. */
export const MOST_ANSWER_TEXTS = MOST_FIELDS * (MOST_OF_LIST + 1);

/** What a text, or so many texts, of an answer stand for. */
const KINDS = ['text', 'words', 'null', 'undefined'] as const;

/**
 * An answer as texts, and their form, which is JSON: `null`; `words`; a number of characters; the number of texts of a
 * list; or for each field what it is, the length of a list for a list. A field is its name and then its texts.
 */
export function toTexts(answer: SentAnswer): { readonly form: unknown; readonly texts: readonly string[] } {
  if (answer === null) return { form: null, texts: [] };
  if ('words' in answer) return { form: 'words', texts: [answer.words] };
  if ('characters' in answer) return { form: { characters: answer.characters }, texts: [] };
  if ('list' in answer) return { form: { texts: answer.texts }, texts: [answer.list] };
  const form = answer.fields.map(([, value]) => kindOf(value));
  return { form, texts: answer.fields.flatMap(([name, value]) => [name, ...textsOf(value)]) };
}

function kindOf(value: SentValue): (typeof KINDS)[number] | number {
  if (typeof value === 'string') return 'text';
  if (value === null || value === undefined) return value === null ? 'null' : 'undefined';
  return 'words' in value ? 'words' : value.length;
}

function textsOf(value: SentValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || value === undefined) return [];
  return 'words' in value ? [value.words] : value;
}

/** The answer that texts of such a form are; undefined where they are none. */
export function fromTexts(form: unknown, texts: readonly string[]): SentAnswer | undefined {
  const [first = ''] = texts;
  if (form === null) return texts.length === 0 ? null : undefined;
  if (form === 'words') return texts.length === 1 ? { words: first.slice(0, LONGEST_NAME) } : undefined;
  if (Array.isArray(form)) return fieldsFrom(form, texts);
  if (!isRecord(form)) return undefined;
  const { characters, texts: count } = form;
  if (isCount(characters)) return texts.length === 0 ? { characters } : undefined;
  return isCount(count) && texts.length === 1 && isField(first) ? { list: first, texts: count } : undefined;
}

function fieldsFrom(kinds: readonly unknown[], texts: readonly string[]): SentAnswer | undefined {
  if (kinds.length > MOST_FIELDS) return undefined;
  const fields: [string, SentValue][] = [];
  let at = 0;
  for (const kind of kinds) {
    const name = texts[at++];
    if (name === undefined || name.length > LONGEST_NAME) return undefined;
    const count = typeof kind === 'number' ? kind : kind === 'text' || kind === 'words' ? 1 : 0;
    if (!isCount(count) || at + count > texts.length || !(isCount(kind) || isKind(kind))) return undefined;
    const taken = texts.slice(at, at + count);
    at += count;
    fields.push([name, valueOf(kind, taken)]);
  }
  return at === texts.length ? { fields } : undefined;
}

function valueOf(kind: number | (typeof KINDS)[number], taken: readonly string[]): SentValue {
  if (typeof kind === 'number') return taken;
  if (kind === 'text') return taken[0];
  if (kind === 'words') return { words: taken[0]!.slice(0, LONGEST_NAME) };
  return kind === 'null' ? null : undefined;
}

function isKind(value: unknown): value is (typeof KINDS)[number] {
  return KINDS.some((each) => each === value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
