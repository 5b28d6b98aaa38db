import { z } from 'zod';
import { EXTRACTION_FIELDS } from '../model/extraction.ts';
import { describeValue } from '../util/describe-value.ts';
import { MEDIA, isLabel } from './define-extractor.ts';

/**
 * The formats that extractors of other languages and recorded output speak, one definition each: type, check and JSON
 * Schema follow from it. Imported where one is needed and not before: zod takes 70 ms to load, so processes of modules
 * do without. What an extraction holds is stated in `EXTRACTION_FIELDS` and checked by `readExtraction`, for the same
 * reason.
 */

const label = z.string().min(1).refine(isLabel);

/** The first line of a command of `jsonl`. Descriptions say what a key expects, in messages too. */
export const handshakeFormat = z.strictObject({
  assay: z.literal(1).describe('1, the version of the protocol'),
  name: label.exactOptional().describe('one line of text'),
  version: label.exactOptional().describe('one line of text'),
  accepts: z
    .array(z.enum(MEDIA))
    .min(1)
    .exactOptional()
    .describe('a list such as ["html"], ["text"] or both'),
  wants: z.enum(['html', 'bytes']).exactOptional().describe('"html" or "bytes"'),
});

/** What a command says of itself. */
export type Handshake = Readonly<Omit<z.infer<typeof handshakeFormat>, 'assay'>>;

/** A handshake, or what is wrong with the line that was meant for one: what was found and what was expected. */
export type HandshakeReading =
  | { readonly status: 'read'; readonly handshake: Handshake }
  | { readonly status: 'malformed'; readonly fault: string };

/** Checks a line that was meant for a handshake. */
export function readHandshake(line: Readonly<Record<string, unknown>>): HandshakeReading {
  const { success, data, error } = handshakeFormat.safeParse(line);
  if (success) {
    const { assay: _, ...handshake } = data;
    return { status: 'read', handshake };
  }
  const [issue] = error.issues;
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0]! : String(issue?.path[0]);
  const keys: Readonly<Record<string, z.ZodType>> = handshakeFormat.shape;
  const expected = keys[key]?.description ?? `only the keys ${Object.keys(keys).join(', ')}`;
  return { status: 'malformed', fault: `${key}: found ${describeValue(line[key])}; expected ${expected}` };
}

/** A page in a file of recorded output: its text (WCXB), or a map with it (article-extraction-benchmark). */
export const recordedEntryFormat = z
  .union([z.string().nullable(), z.looseObject({ articleBody: z.string().nullish() })])
  .describe('null for a page without text');

/** The answer of a command or service to a page: an extraction, or why there is none. */
const answerFormat = z.union([
  z.strictObject({ id: z.string().describe('that of the page'), ...fields() }).meta({
    anyOf: ['text', 'html', 'markdown'].map((name) => {
      return { properties: { [name]: { type: 'string' } }, required: [name] };
    }),
  }),
  z.strictObject({ id: z.string(), error: z.string().describe('why there is none') }),
]);

function fields(): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(EXTRACTION_FIELDS).map(([name, { holds, about }]) => {
      const value = holds === 'text' ? z.string() : z.array(z.string());
      return [name, value.nullable().exactOptional().describe(about)];
    }),
  );
}

const COMMENT = 'Written by npm run schema from harness/extract/formats.ts; do not edit.';

/** The JSON Schemas (draft 2020-12) of what commands of `jsonl` print, one file each; a line is one value. */
export function extractorSchemas(): readonly { readonly name: string; readonly schema: object }[] {
  return [
    schemaFile('handshake', 'the first line of a command of jsonl', handshakeFormat),
    schemaFile('answer', 'a line of a command of jsonl', answerFormat),
  ];
}

function schemaFile(name: string, title: string, format: z.ZodType): { name: string; schema: object } {
  const { $schema, ...schema } = z.toJSONSchema(format);
  return { name: `${name}.schema.json`, schema: { $schema, $comment: COMMENT, title, ...schema } };
}
