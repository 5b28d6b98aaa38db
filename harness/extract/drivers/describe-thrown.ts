import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readablePath } from '../../util/readable-path.ts';
import { firstLine, oneLine } from '../../util/printable.ts';

/**
 * What an extractor threw, in one line: name of the error and first line of its message
 * (`TypeError: x is not a function`), with what caused it (`TypeError: fetch failed, caused by Error: …`), or what was thrown instead of an error (`undefined, not an error`).
 * Never throws, whatever the value does when it is touched.
 */
export function describeThrown(thrown: unknown): string {
  const causes = causesOf(thrown).map((cause) => `, caused by ${describe(cause, firstLine)}`);
  return describe(thrown, firstLine) + causes.join('');
}

/** How many causes of an error are looked at: `fetch` puts the reason behind one. */
const CAUSES_SHOWN = 3;

function causesOf(thrown: unknown): Error[] {
  const causes: Error[] = [];
  try {
    let at = causeOf(thrown);
    for (let step = 0; step < CAUSES_SHOWN && at instanceof Error; step++, at = causeOf(at)) {
      if (!isBareList(at)) causes.push(at);
    }
  } catch {
    // A getter that throws.
  }
  return causes;
}

function causeOf(error: unknown): unknown {
  if (isBareList(error)) return error.errors[0];
  return error instanceof Error ? error.cause : undefined;
}

/** What came of attempts at several addresses has no message of its own. */
function isBareList(error: unknown): error is AggregateError {
  return error instanceof AggregateError && error.message === '';
}

/** How many frames of a stack are kept. */
const FRAMES_KEPT = 8;

/**
 * The frames of what was thrown that are outside of Node and the harness, a line each (`at extract (src/mine.ts:12:5)`);
 * the first ones, and the first outside of packages in any case. Empty where there is none. Never throws.
 */
export function stackOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return '';
    const frames = [...String(thrown.stack).matchAll(FRAME)].map(([, name = '', url = '', at = '']) => {
      const path = url.startsWith('file:') ? fileURLToPath(url) : url;
      return { path, shown: frameOf(name, `${readablePath(path)}${at}`) };
    });
    const foreign = frames.filter(({ path }) => !HARNESS.has(dirname(path)));
    const own = foreign.findIndex(({ path }) => !path.includes('/node_modules/'));
    const kept = foreign.filter((_, index) => index < FRAMES_KEPT || index === own);
    return kept.map(({ shown }) => shown).join('\n');
  } catch {
    return '';
  }
}

/** `at name (file:///a/b.ts:1:2)`, `at async /a/b.js:1:2`: name, file and place. */
const FRAME = /^ +at (?:(.*) \()?(?:async )?((?:file:\/\/)?\/[^\n()]*?)(:\d+:\d+)\)?$/gmu;

function frameOf(name: string, place: string): string {
  return name === '' ? `at ${place}` : `at ${name} (${place})`;
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
