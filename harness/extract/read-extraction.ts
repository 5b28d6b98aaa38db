import { EXTRACTION_FIELDS } from '../model/extraction.ts';
import type { Extraction, FailureKind } from '../model/extraction.ts';
import { describeValue } from '../util/describe-value.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { isRecord } from '../util/is-record.ts';

/** An answer that is an extraction, or why it is none. */
export type ExtractionReading =
  | { readonly status: 'read'; readonly extraction: Extraction }
  /** What was found and what was expected, in one sentence. */
  | {
      readonly status: 'bad';
      readonly failure: Extract<FailureKind, 'bad-output' | 'too-large'>;
      readonly message: string;
    };

type Fields = typeof EXTRACTION_FIELDS;
type TextField = { [F in keyof Fields]: Fields[F]['holds'] extends 'text' ? F : never }[keyof Fields];
type TextsField = Exclude<keyof Fields, TextField>;

/** Most bytes that are read of one answer, before anything is made of them. */
export const MOST_ANSWER_BYTES = 2 ** 26;

/** Most text taken from one page, in UTF-16 code units over all fields: far beyond any page, and no danger. */
export const MOST_TEXT = 2 ** 25;

/** Most texts of a list: nothing has nearly as many authors. */
export const MOST_OF_LIST = 1000;

const EXPECTED = 'expected an object with text, html or markdown, or null where there is nothing to extract';

/**
 * Reads what an extractor answered: the one check of an extraction, whose value is the one that is used. `null` is an
 * empty text: nothing to extract; so is `text: null` (or `html` or `markdown`) where none of the three is a text. Of an
 * object only its own fields are read; a field that is `null` or `undefined` counts as absent. Anything else that does not belong there is refused rather than dropped, so that a misspelt field
 * is noticed. Lone surrogates become U+FFFD. Never throws, whatever the value does when it is touched.
 */
export function readExtraction(answer: unknown): ExtractionReading {
  if (answer === null) return { status: 'read', extraction: { text: '' } };
  try {
    return isRecord(answer)
      ? readFields(Object.entries(answer), describeValue)
      : noObject(describeValue(answer));
  } catch {
    // A getter that throws, a revoked proxy.
    return noObject(UNREADABLE);
  }
}

export const UNREADABLE = 'an object that cannot be read';

/** The same for the fields of an answer. */
export function readFields(
  fields: Iterable<readonly [name: string, value: unknown]>,
  describe: (value: unknown) => string,
): ExtractionReading {
  const texts: Partial<Record<TextField, string>> = {};
  const lists: Partial<Record<TextsField, readonly string[]>> = {};
  let length = 0;
  let saysNothing = false;
  for (const [name, value] of fields) {
    if (!isField(name)) return bad(`returned an object with the unknown field ${unknownField(name)}`);
    saysNothing ||= value === null && isContent(name);
    if (value === null || value === undefined) continue;
    if (isTextField(name)) {
      if (typeof value !== 'string') return bad(`returned ${name}: ${describe(value)}; expected a text`);
      texts[name] = value.toWellFormed();
      length += value.length;
    } else {
      if (isLong(value)) return tooMany(name, value.length);
      if (!isTexts(value)) return bad(`returned ${name}: ${describe(value)}; expected a list of texts`);
      lists[name] = value.map((text) => text.toWellFormed());
      length += lengthOf(value);
    }
  }
  if (!Object.keys(texts).some(isContent)) {
    if (!saysNothing) return noObject('an object with neither text nor html nor markdown');
    texts.text = '';
  }
  return length > MOST_TEXT ? tooLong(length) : { status: 'read', extraction: { ...texts, ...lists } };
}

function isContent(name: string): boolean {
  return name === 'text' || name === 'html' || name === 'markdown';
}

export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

export function isField(name: string): name is keyof Fields {
  return Object.hasOwn(EXTRACTION_FIELDS, name);
}

export function isTextField(name: keyof Fields): name is TextField {
  return EXTRACTION_FIELDS[name].holds === 'text';
}

/** Looked at before the list is: it may be one of 2^32 - 1 holes. */
export function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > MOST_OF_LIST;
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && Array.from<unknown>(value).every((item) => typeof item === 'string');
}

function unknownField(name: string): string {
  const names = Object.keys(EXTRACTION_FIELDS);
  const near = didYouMean(name, names);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return `${JSON.stringify(name.slice(0, 40).toWellFormed())}; the fields are: ${names.join(', ')}${hint}`;
}

export function noObject(found: string): ExtractionReading {
  return bad(`returned ${found}; ${EXPECTED}`);
}

export function tooLong(length: number): ExtractionReading {
  const message = `returned ${length} characters; at most ${MOST_TEXT} are taken`;
  return { status: 'bad', failure: 'too-large', message };
}

export function tooMany(name: string, texts: number): ExtractionReading {
  const message = `returned ${name}: a list of ${texts}; at most ${MOST_OF_LIST} are taken`;
  return { status: 'bad', failure: 'too-large', message };
}

function bad(message: string): ExtractionReading {
  return { status: 'bad', failure: 'bad-output', message };
}
