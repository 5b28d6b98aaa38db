import type { Finding } from '../yaml/fault.ts';
import { separatorFinding, SEPARATOR } from '../yaml/separators.ts';
import { strangerInLiteral } from './text-style.ts';
import type { TextValue, Value } from './tree.ts';

/** A text that YAML cannot hold exactly, where it stands and what is wrong with it. */
export interface Unwritable extends Finding {
  /** The keys and 1-based positions that lead to it, e.g. `body[3].code`. */
  readonly place: string;
  readonly text: TextValue;
}

/** The texts that would not come back from a file as they are, in the order of the tree. */
export function findUnwritable(value: Value, place = ''): Unwritable[] {
  if (value.type === 'text') {
    const finding = findingOf(value.text, /(?:^|\.)code\??$/u.test(place));
    return finding ? [{ ...finding, place, text: value }] : [];
  }
  if (value.type === 'list') {
    return value.items.flatMap((item, index) => findUnwritable(item.value, `${place}[${index + 1}]`));
  }
  return value.fields.flatMap((field) =>
    findUnwritable(field.value, place === '' ? field.key : `${place}.${field.key}`),
  );
}

function findingOf(text: string, isCode: boolean): Finding | undefined {
  if (!text.isWellFormed()) return LONE_SURROGATE;
  const separator = SEPARATOR.exec(text)?.[0];
  if (separator !== undefined) return separatorFinding(separator);
  return isCode ? findingOfCode(text) : undefined;
}

function findingOfCode(text: string): Finding | undefined {
  const stranger = strangerInLiteral(text);
  if (stranger !== undefined) return { ...separatorFinding(stranger), expected: AS_IT_STANDS };
  return /^\n* /u.test(text) && /\n +$/u.test(text) ? BLANK_END : undefined;
}

const AS_IT_STANDS = 'code that a literal block can hold as it stands';

/** Such a block needs its indent given, and then the yaml library (2.9.1) loses spaces on the last line. */
const BLANK_END: Finding = {
  code: 'wrong-value',
  found: 'code that begins with a space and ends with a line of spaces',
  expected: AS_IT_STANDS,
  mend: 'take the spaces at the end away',
};

const LONE_SURROGATE: Finding = {
  code: 'wrong-value',
  found: 'half of a character (a lone surrogate)',
  expected: 'text that UTF-8 can hold',
  mend: 'write the whole character, or U+FFFD in its place',
};
