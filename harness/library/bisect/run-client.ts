import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AssayError, errorCode } from '../../util/error.ts';

/** How long a client may take, in milliseconds. */
const LIMIT_MS = 900_000;
/** How many lines of what it said are shown where it failed. */
const SHOWN_LINES = 3;

/**
 * Runs a package client, or what builds a package, and returns its standard output.
 *
 * @throws AssayError `usage` where the program is not there; `bad-input`, with the end of what it said, where it failed
 */
export async function runClient(program: string, words: readonly string[], cwd?: string): Promise<string> {
  try {
    return (await promisify(execFile)(program, words, { cwd, timeout: LIMIT_MS, maxBuffer: 2 ** 28 })).stdout;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') {
      throw new AssayError('usage', `found no program ${program} in the folders of PATH; install it`, {
        cause,
      });
    }
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
    const lines = (said || String(cause)).split('\n').filter((line) => line.trim() !== '');
    const shown = lines.slice(-SHOWN_LINES).join('\n  ');
    throw new AssayError('bad-input', `${program} ${words.join(' ')} failed:\n  ${shown}`, { cause });
  }
}
