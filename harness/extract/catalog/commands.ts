import type { CommandEntry } from '../../model/config.ts';

/** A known extractor that is a command, which has to be installed. */
export interface KnownCommand {
  /** What `--extractor` takes. */
  readonly name: string;
  /** One line for lists. */
  readonly description: string;
  readonly entry: CommandEntry;
  /** What prints its version: the first number with a dot in it. */
  readonly version: readonly [string, ...string[]];
  /** What to do to have it. */
  readonly install: string;
}

/** Known commands: run by name, never unasked, because what is installed differs from machine to machine. */
export const KNOWN_COMMANDS: readonly KnownCommand[] = [
  {
    name: 'trafilatura',
    description: 'Trafilatura from PyPI, its command line as it is, a process a page',
    entry: { command: ['trafilatura', '--no-comments'] },
    version: ['trafilatura', '--version'],
    install: 'pip install trafilatura',
  },
];
