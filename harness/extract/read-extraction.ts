import { didYouMean } from '../corpus/did-you-mean.ts';
import type { Extraction } from '../model/extraction.ts';
import { describeValue } from './describe-value.ts';

/** An answer that is an extraction, or why it is none. */
export type ExtractionReading =
  | { readonly status: 'read'; readonly extraction: Extraction }
  /** What was found and what was expected, in one sentence. */
  | { readonly status: 'bad'; readonly message: string };

/** The fields of an extraction and what each holds. */
const FIELDS = {
  text: 'text',
  html: 'text',
  title: 'text',
  authors: 'texts',
  published: 'text',
  publisher: 'text',
  language: 'text',
} as const satisfies Record<keyof Extraction, 'text' | 'texts'>;

type Field = keyof typeof FIELDS;

const EXPECTED = 'expected an object with text or html, or null where there is nothing to extract';

/**
 * Reads what an extractor answered. `null` is an empty text: nothing to extract. Of an object only its own
 * fields are taken, and only those of `Extraction`; a field that is `null` or `undefined` counts as absent.
 * Anything else that does not belong there is refused rather than dropped, so that a misspelt field is
 * noticed. Lone surrogates become U+FFFD. Never throws, whatever the value does when it is touched.
 */
export function readExtraction(answer: unknown): ExtractionReading {
  if (answer === null) return { status: 'read', extraction: { text: '' } };
  if (typeof answer !== 'object') return bad(`returned ${describeValue(answer)}; ${EXPECTED}`);
  try {
    if (Array.isArray(answer)) return bad(`returned an array; ${EXPECTED}`);
    return readFields(answer as Record<string, unknown>);
  } catch {
    // A getter that throws, a revoked proxy.
    return bad(`returned an object that cannot be read; ${EXPECTED}`);
  }
}

function readFields(answer: Readonly<Record<string, unknown>>): ExtractionReading {
  const extraction: Partial<Record<Field, string | string[]>> = {};
  for (const key of Object.keys(answer)) {
    if (!isField(key)) return bad(`returned an object with the unknown field ${unknownField(key)}`);
    const value = answer[key] ?? undefined;
    if (value === undefined) continue;
    const read = FIELDS[key] === 'text' ? readText(value) : readTexts(value);
    if (read === undefined) return bad(`returned ${key}: ${describeValue(value)}; expected ${shape(key)}`);
    extraction[key] = read;
  }
  if (extraction.text === undefined && extraction.html === undefined) {
    return bad(`returned an object with neither text nor html; ${EXPECTED}`);
  }
  return { status: 'read', extraction: extraction as Extraction };
}

function isField(key: string): key is Field {
  return Object.hasOwn(FIELDS, key);
}

function unknownField(key: string): string {
  const name = JSON.stringify(key.slice(0, 40).toWellFormed());
  const near = didYouMean(key, Object.keys(FIELDS));
  const mend = near === undefined ? '' : `; did you mean "${near}"?`;
  return `${name}; the fields are: ${Object.keys(FIELDS).join(', ')}${mend}`;
}

function shape(field: Field): string {
  return FIELDS[field] === 'text' ? 'a text' : 'a list of texts';
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toWellFormed() : undefined;
}

function readTexts(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
  return value.map((item) => item.toWellFormed());
}

function bad(message: string): ExtractionReading {
  return { status: 'bad', message };
}
