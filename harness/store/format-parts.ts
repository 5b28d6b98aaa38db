import { z } from 'zod';
import type { FailureKind } from '../model/extraction.ts';
import type { UndefinedReason } from '../model/score.ts';

/**
 * What the formats of a run folder have in common. A format is stated once, with zod: its type is inferred from it, files
 * are checked against it when they are read, and `reports/schemas` holds it as JSON Schema.
 *
 * Members that a format does not know are accepted when a file is read, so that a later version of Assay may add some.
 */

export const text = z.string();
/** A number of things. */
export const count = z.int().min(0);
/** A number of things on one page: sums over all pages stay exact. */
export const pageCount = z.int().min(0).max(1e9);
/** At least one of them. */
export const some = z.int().min(1);
/** At least one of them on one page. */
export const somePageCount = z.int().min(1).max(1e9);
/** A length of time or an amount: milliseconds of thirty years, so that sums stay numbers. */
export const amount = z.number().min(0).max(1e12);
/** A sum of amounts over the pages of a run. */
export const sum = z.number().min(0).max(1e18);
/** A share of something. */
export const share = z.number().min(0).max(1);
/** A difference of two shares. */
export const difference = z.number().min(-1).max(1);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits, lower case' });

/** One word of a closed vocabulary; the JSON Schema has the meaning of each. */
export function word<Word extends string>(
  meanings: Readonly<Record<Word, string>>,
): z.ZodEnum<{ [W in Word]: W }> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of the record are the words
  const words = Object.keys(meanings) as Word[];
  const oneOf = words.map((each) => ({ const: each, description: meanings[each] }));
  return z.enum(words).meta({ oneOf });
}

/** Values by names that are not known beforehand. */
export function byName<Values extends z.ZodType>(values: Values): z.ZodRecord<z.ZodString, Values> {
  return z.record(z.string().min(1), values);
}

export const failure = word<FailureKind>({
  timeout: 'not done within the time limit',
  crashed: 'the process ended before it answered',
  'out-of-memory': 'the process had more memory than it may have, or its heap was full',
  threw: 'the extractor threw or rejected',
  'bad-output': 'it answered something that is no extraction',
  'too-large': 'it answered more than is taken from one page',
  unavailable: 'there is no answer to be had: nothing recorded for the page, a service that is not there',
  unscorable:
    'the page or what came out is more than can be scored, or scoring it took too much time or memory',
});

export const undefinedReason = word<UndefinedReason>({
  'nothing-required': 'gold requires nothing here, so there is nothing to find',
  'something-required': 'gold requires something, so there is nothing to reject',
  'nothing-extracted': 'nothing came out, so there is nothing to be right or wrong about',
  'no-pages': 'no page has a value',
});
