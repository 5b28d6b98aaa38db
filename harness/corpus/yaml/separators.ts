import type { Fault } from './fault.ts';

const NAMES: Readonly<Record<string, string>> = {
  '\u0085': 'next line',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\r': 'carriage return',
};

/** Characters that other readers of YAML take for line breaks, so that one file would hold two texts. */
export const SEPARATOR = /[\u0085\u2028\u2029]/u;

// Beside them the control characters that YAML does not allow in a file.
// oxlint-disable-next-line no-control-regex
const STRAY = /[\u0085\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f]|\r(?!\n|$)/gu;

/** Every line's first character that must not stand in a file as it is. */
export function strayCharacters(source: string): Fault[] {
  return source.split('\n').flatMap((line, index) => {
    const match = line.matchAll(STRAY).next().value;
    return match ? [{ line: index + 1, column: match.index + 1, ...separatorFinding(match[0]) }] : [];
  });
}

/** What to say of such a character, written or escaped. */
export function separatorFinding(character: string): Omit<Fault, 'line' | 'column'> {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'wrong-value',
    found: `the character ${code} (${NAMES[character] ?? 'control character'})`,
    expected: 'text that every reader of YAML divides into the same lines',
    mend: 'put a space or a line break in its place',
  };
}
