import { isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import { readText } from './read-text.ts';
import type { Reading, Slot } from './reading.ts';
import { startOf } from './reading.ts';
import { reportShape } from './shape.ts';

/** What a list is to hold. */
export interface ListRules {
  /** How the messages describe it, e.g. `a list of items`. */
  readonly expected: string;
  /** How to write one, for the message. */
  readonly mend: string;
  readonly mayBeEmpty?: boolean;
}

/** The values of a list; nothing when there is none, which is reported. */
export function readList(reading: Reading, slot: Slot, rules: ListRules): readonly Slot[] | undefined {
  const { value } = slot;
  if (reading.isUnreadable(value)) return undefined;
  if (!isSeq(value)) return reportShape(reading, slot, rules);
  if (value.items.length === 0 && rules.mayBeEmpty !== true) {
    const found = `an empty list for ${slot.name}`;
    return reading.report(startOf(value), { ...rules, code: 'empty-text', found });
  }
  return value.items.map((item) => toSlot(item, slot));
}

/** A list of texts, without those that have faults. */
export function readTexts(reading: Reading, slot: Slot, rules: ListRules): string[] | undefined {
  return readList(reading, slot, rules)
    ?.map((item) => readText(reading, item))
    .filter((text) => text !== undefined);
}

function toSlot(item: ParsedNode, list: Slot): Slot {
  return { value: item, at: item ? startOf(item) : list.at, name: list.name };
}
