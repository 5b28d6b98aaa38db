import { AssayError } from './error.ts';

/** What is to be called when nothing is left that could settle what is awaited. */
const waiting = new Set<() => void>();

/**
 * What the promise of somebody else's code comes to. It rejects where the promise takes longer than a limit, and at once where
 * nothing is left that could settle it; without this Node would end the process with exit code 13 and no word.
 *
 * @param what what is said not to settle
 * @throws AssayError `usage` if it does not settle.
 */
export async function settles<T>(promise: T | PromiseLike<T>, limitMs: number, what: string): Promise<T> {
  let give = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<never>((_resolve, reject) => {
    give = () =>
      reject(new AssayError('usage', `${what} never settles: nothing is left that it could wait for`));
    const late = (): void => reject(new AssayError('usage', `${what} does not settle within ${limitMs} ms`));
    timer = setTimeout(late, limitMs).unref();
  });
  if (waiting.size === 0) process.on('beforeExit', giveUp);
  waiting.add(give);
  try {
    return await Promise.race([promise, never]);
  } finally {
    clearTimeout(timer);
    waiting.delete(give);
    if (waiting.size === 0) process.off('beforeExit', giveUp);
  }
}

function giveUp(): void {
  for (const give of waiting) give();
}
