import type { Finding } from '../yaml/fault.ts';
import { LONE_SURROGATE, SEPARATOR, separatorFinding } from '../yaml/separators.ts';
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
  return stranger === undefined ? undefined : { ...separatorFinding(stranger), expected: AS_IT_STANDS };
}

const AS_IT_STANDS = 'code that a literal block can hold as it stands';
