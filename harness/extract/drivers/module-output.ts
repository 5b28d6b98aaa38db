import { NEXT_TASK } from '../../process/ending.ts';

/**
 * What an extractor module writes to standard error and output, in its own process: by `console`, `process.stdout` and
 * `process.stderr`. Not seen: what native code and other processes write.
 */

/** How much is kept of what was written for a page, in UTF-16 code units: its end. */
const KEPT = 2048;

/** How much of standard output is written to standard error too, where the harness sees it if the process dies. */
const REPEATED = 4096;

let kept = '';
let repeated = 0;
/** Whether anything was written to standard error since it was marked. */
let isUnmarked = false;

/** Begins to look. Called before the module is loaded. */
export function watchOutput(): void {
  watch('stderr', () => {
    isUnmarked = true;
  });
  watch('stdout', (text) => {
    const part = text.slice(0, REPEATED - repeated);
    repeated += part.length;
    if (part !== '') writeError(part);
  });
}

/** What was written before does not belong to the page that begins. */
export function beginPageOutput(): void {
  if (isUnmarked) writeError(NEXT_TASK);
  kept = '';
  repeated = 0;
  isUnmarked = false;
}

/** The end of what was written for the page. */
export function writtenOutput(): string {
  return kept;
}

type Write = (...call: unknown[]) => unknown;

/** What writes to standard error without being seen; set when that stream is made. */
let writeUnseen: Write = () => undefined;

function writeError(text: string): void {
  // The stream is made when it is asked for.
  void process.stderr;
  writeUnseen(text);
  isUnmarked = true;
}

/** Has `onWrite` see what is written to a stream. The stream is made only when somebody asks for it, as Node does. */
function watch(name: 'stdout' | 'stderr', onWrite: (text: string) => void): void {
  const property = Object.getOwnPropertyDescriptor(process, name);
  let stream: NodeJS.WriteStream | undefined;
  Object.defineProperty(process, name, {
    configurable: true,
    enumerable: true,
    get: () => (stream ??= watched(name, property?.get?.call(process), onWrite)),
  });
}

function watched(
  name: 'stdout' | 'stderr',
  stream: NodeJS.WriteStream,
  onWrite: (text: string) => void,
): NodeJS.WriteStream {
  const original: unknown = Reflect.get(stream, 'write');
  // oxlint-disable-next-line no-unsafe-type-assertion -- handed on as they come
  const write: Write = (...call) => Reflect.apply(original as Write, stream, call);
  if (name === 'stderr') writeUnseen = write;
  const seen: Write = (chunk, ...more) => {
    const text = chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : String(chunk);
    kept = (kept + text.slice(-KEPT)).slice(-KEPT);
    onWrite(text);
    return write(chunk, ...more);
  };
  return Object.assign(stream, { write: seen });
}
