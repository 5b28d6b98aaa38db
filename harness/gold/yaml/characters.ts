import type { Fault, PlacedFault } from './parse.ts';

const NAMES: Readonly<Record<string, string>> = {
  '\u0085': 'next line',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\r': 'carriage return',
  '\ufeff': 'byte order mark',
  '\ufffe': 'no character',
  '\uffff': 'no character',
};

/** Characters that other readers of YAML take for line breaks, so that one file would hold two texts. */
const SEPARATOR = /[\u0085\u2028\u2029]/u;

// Beside them what YAML does not allow in a file, and a byte order mark, which is invisible there.
const STRAY =
  // oxlint-disable-next-line no-control-regex
  /[\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff\p{Cs}]|\r(?!\n|$)/gu;

/** Every line's first character that must not stand in a file as it is. */
export function strayCharacters(text: string): PlacedFault[] {
  return text.split('\n').flatMap((line, index) => {
    const match = line.matchAll(STRAY).next().value;
    return match ? [{ line: index + 1, column: match.index + 1, ...strayFault(match[0]) }] : [];
  });
}

/** What is wrong with a text, written or escaped, that YAML cannot hold, or that it does not hold for every reader. */
export function faultInText(text: string): Fault | undefined {
  if (!text.isWellFormed()) return LONE_SURROGATE;
  const separator = SEPARATOR.exec(text)?.[0];
  return separator === undefined ? undefined : characterFault(separator);
}

/** The fault of a character that breaks lines for some readers, or that is invisible. */
export function characterFault(character: string): Fault {
  return {
    code: 'wrong-value',
    found: `the character U+${hexOf(character).toUpperCase().padStart(4, '0')} (${NAMES[character] ?? 'control character'})`,
    expected: 'text that every reader of YAML divides into the same lines',
    fix: 'put a space or a line break in its place',
  };
}

/** One that divides no lines may be written as an escape. */
function strayFault(character: string): Fault {
  if (!character.isWellFormed()) return LONE_SURROGATE;
  if (!/[\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/u.test(character)) return characterFault(character);
  const escape = `\\u${hexOf(character).padStart(4, '0')}`;
  return {
    ...characterFault(character),
    expected: 'characters that a reader of the file sees',
    fix: `take it away; if the page has it there, write ${escape} in its place, in double quotes`,
  };
}

const LONE_SURROGATE: Fault = {
  code: 'wrong-value',
  found: 'half of a character (a lone surrogate)',
  expected: 'text that UTF-8 can hold',
  fix: 'write the whole character, or U+FFFD in its place',
};

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
