import { isMap, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { Finding } from './fault.ts';
import type { Reading, Slot } from './reading.ts';
import { isAbsent, startOf } from './reading.ts';

/** What messages call a value: `a list`, `a map`, `a text`, `nothing`. */
export function shapeName(value: ParsedNode | null): string {
  if (isAbsent(value)) return 'nothing';
  if (isSeq(value)) return 'a list';
  return isMap(value) ? 'a map' : 'a text';
}

/** Reports a value that is not what belongs there, or that there is none. */
export function reportShape(
  reading: Reading,
  { value, at, name }: Slot,
  { expected, mend }: Pick<Finding, 'expected' | 'mend'>,
): undefined {
  const isThere = value !== null && !isAbsent(value);
  const found = isThere ? `${shapeName(value)} for ${name}` : `nothing behind ${name}`;
  return reading.report(isThere ? startOf(value) : at, { code: 'wrong-value', found, expected, mend });
}
