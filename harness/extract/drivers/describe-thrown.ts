import { dirname, resolve } from 'node:path';
import { readablePath } from '../../util/readable-path.ts';
import { firstLine, oneLine } from '../../util/printable.ts';

/**
 * What an extractor threw, in one line: name of the error and first line of its message
 * (`TypeError: x is not a function`), or what was thrown instead of an error (`undefined, not an error`).
 * Never throws, whatever the value does when it is touched.
 */
export function describeThrown(thrown: unknown): string {
  return describe(thrown, firstLine);
}

/**
 * The same for a module that does not load, with all lines, since compilers say in the second one where it is, and else
 * with the first place outside of Node that the stack names.
 */
export function describeLoadError(thrown: unknown): string {
  const what = describe(thrown, oneLine);
  const place = placeOf(thrown);
  return place === undefined || what.includes(place.split(':')[0]!) ? what : `${what} (${place})`;
}

/** A file and a line, as stacks have them, or what stands above one. */
const PLACE = /(?:file:\/\/|^| \(|at )(\/[^\n:()]+):(\d+)/gmu;

/** Folders of what the harness has in the process of a module. */
const HARNESS = new Set([import.meta.dirname, resolve(import.meta.dirname, '../../process')]);

/** `src/mine.ts:12`; nothing where Node keeps it to itself, as it does of most faults of syntax in ES modules. */
function placeOf(thrown: unknown): string | undefined {
  try {
    if (!(thrown instanceof Error)) return undefined;
    const places = [...(thrown.stack ?? '').matchAll(PLACE)].map(([, path, line]) => ({
      path: decodeURI(path!),
      line,
    }));
    // What packages and the harness do there is not what is wrong.
    const own = places.find(({ path }) => !path.includes('/node_modules/') && !HARNESS.has(dirname(path)));
    return own && `${readablePath(own.path)}:${own.line}`;
  } catch {
    return undefined;
  }
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
