import type { Page } from '../../model/page.ts';
import type { Words } from '../../util/command-words.ts';
import { childEnvironment } from '../../process/child-settings.ts';
import { startGroup } from '../../process/start-group.ts';
import type { Group } from '../../process/start-group.ts';

/** What a process of a command is started for. */
export interface CommandCall {
  readonly words: Words;
  readonly cwd: string;
  /** Variables beside those that every child gets. */
  readonly env: Readonly<Record<string, string>>;
  readonly allowNetwork: boolean;
  /** Memory limit of the process and all that it starts, in megabytes. */
  readonly memoryMb: number;
  /** What is written to it for a page. */
  readonly input: (page: Page) => Uint8Array | string;
}

/** Most output taken for one page, in bytes: what is more is no extraction of it. */
export const MOST_OUTPUT_BYTES = 2 ** 26;

/** What is said of a process that printed more. */
export const TOO_MUCH_OUTPUT = `printed more than ${MOST_OUTPUT_BYTES} bytes for one page, and was killed`;

/**
 * Starts the command, with pipes for what it reads and prints; without `stdin` it finds the end of its input at once.
 *
 * @throws Error if the system refuses.
 */
export function startCommand(call: CommandCall, { stdin }: { readonly stdin: boolean }): Group {
  const { words, cwd, allowNetwork, memoryMb } = call;
  const env = { ...childEnvironment(process.env, { allowNetwork }), ...call.env };
  return startGroup({
    words,
    cwd,
    env,
    allowNetwork,
    memoryMb,
    stdin: stdin ? 'pipe' : 'ignore',
    stdout: 'pipe',
  });
}
