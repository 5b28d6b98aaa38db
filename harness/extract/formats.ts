import { z } from 'zod';
import { wants } from '../model/config.ts';
import { checkShape, formatPath } from '../util/shape.ts';
import { MEDIA, isLabel } from './define-extractor.ts';

/**
 * The formats that extractors of other languages and recorded output speak, one definition each: type, check and JSON
 * Schema follow from it. Imported where one is needed and not before: zod takes 70 ms to load, so processes of modules
 * do without. What an extraction holds is stated in `EXTRACTION_FIELDS` and checked by `readExtraction`, for the same
 * reason.
 */

const label = z.string('one line of text').refine(isLabel, 'one line of text').meta({ minLength: 1 });
const ACCEPTS = 'a list such as ["html"], ["text"] or both';

/** The first line of a command of `jsonl`. */
export const handshakeFormat = z.strictObject({
  assay: z.literal(1, '1, the version of the protocol').describe('the version of the protocol'),
  name: label.describe('how tables and files call it').exactOptional(),
  version: label.describe('what is measured').exactOptional(),
  accepts: z
    .array(z.enum(MEDIA), ACCEPTS)
    .min(1, ACCEPTS)
    .describe('the pages that it takes; with text alone it gets web pages flattened')
    .exactOptional(),
  wants: wants.describe('pages decoded, or their bytes in base64').exactOptional(),
});

/** What a command says of itself. */
export type Handshake = Readonly<Omit<z.infer<typeof handshakeFormat>, 'assay'>>;

/** A handshake, or what is wrong with the line that was meant for one: what was found and what was expected. */
export type HandshakeReading =
  | { readonly status: 'read'; readonly handshake: Handshake }
  | { readonly status: 'malformed'; readonly fault: string };

/** Checks a line that was meant for a handshake. */
export function readHandshake(line: Readonly<Record<string, unknown>>): HandshakeReading {
  const check = checkShape(handshakeFormat, line);
  if (check.isValid) {
    const { assay: _, ...handshake } = check.value;
    return { status: 'read', handshake };
  }
  const faults = check.faults.map(({ path, found, expected }) => {
    return `${formatPath(path)}: found ${found}; expected ${expected}`;
  });
  return { status: 'malformed', fault: faults.join('; ') };
}

/** A page in a file of recorded output: its text (WCXB), or a map with it (article-extraction-benchmark). */
export const recordedEntryFormat = z
  .union([z.string().nullable(), z.looseObject({ articleBody: z.string().nullish() })])
  .describe('null for a page without text');
