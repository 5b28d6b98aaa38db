import { firstLine, oneLine } from './plain-message.ts';

/**
 * What an extractor threw, in one line: name of the error and first line of its message
 * (`TypeError: x is not a function`), or what was thrown instead of an error (`undefined, not an error`).
 * Never throws, whatever the value does when it is touched.
 */
export function describeThrown(thrown: unknown): string {
  return describe(thrown, firstLine);
}

/** The same for a module that does not load, with all lines: compilers say in the second one where it is. */
export function describeLoadError(thrown: unknown): string {
  return describe(thrown, oneLine);
}

function describe(thrown: unknown, shorten: (words: string) => string): string {
  try {
    if (thrown instanceof Error) return shorten([thrown.name, thrown.message].filter(Boolean).join(': '));
    const value = typeof thrown === 'string' ? JSON.stringify(thrown) : String(thrown);
    return `${shorten(value)}, not an error`;
  } catch {
    return 'a value that cannot be read';
  }
}
