import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How long a package client may take, in milliseconds. */
const LIMIT_MS = 900_000;

/** How many lines of what a client said are shown where it failed. */
const SHOWN_LINES = 6;

/** Where a package client is run, and with what. */
export interface ClientOptions {
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a package client and returns its standard output.
 *
 * @throws Error with the end of what it said
 */
export async function runClient(
  program: string,
  words: readonly string[],
  { cwd, env = {} }: ClientOptions = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, words, {
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, ...env },
      timeout: LIMIT_MS,
      maxBuffer: 2 ** 28,
    });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${words.join(' ')} failed:\n${lastWords(error)}`, { cause: error });
  }
}

function lastWords(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const lines = (said === '' ? String(error) : said).split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(-SHOWN_LINES)
    .map((line) => `    ${line}`)
    .join('\n');
}
