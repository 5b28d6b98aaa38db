import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CommandEntry } from '../../model/config.ts';
import { AssayError } from '../../util/error.ts';
import type { Media } from '../../model/page.ts';
import { commandWords } from '../../util/command-words.ts';
import type { Words } from '../../util/command-words.ts';
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS } from '../extractor.ts';
import type { Extractor, SessionOptions } from '../extractor.ts';
import { loadInputReader } from '../input-reader.ts';
import type { InputReader } from '../input-reader.ts';
import { askForHandshake } from './ask-for-handshake.ts';
import type { CommandCall } from './command-call.ts';
import { commandFingerprint } from './command-fingerprint.ts';
import { findProgram } from '../../process/find-program.ts';
import type { Handshake } from './handshake.ts';
import { JsonLinesProcess } from './json-lines-process.ts';
import { networkAccess } from '../../process/network-namespace.ts';
import { pageRequest } from './page-request.ts';
import { poolSession } from './pool-session.ts';
import { ProcessWorker } from './process-worker.ts';
import type { PageProcess } from './process-worker.ts';
import { StdioProcess } from './stdio-process.ts';

/** Where a command comes from. */
export interface CommandOptions {
  /** The folder that `cwd`, and a program that is a path, are relative to. */
  readonly folder: string;
  /** What messages and reports call it. */
  readonly source: string;
}

/**
 * An extractor that is a command in any language. One of `jsonl` is started once without any input, to see that it
 * starts and what it says of itself. It is called what its handshake says, else as its command reads, without folders.
 *
 * @throws AssayError `usage`: no such program or folder, or one of `jsonl` that does not start.
 */
export async function loadCommandExtractor(entry: CommandEntry, options: CommandOptions): Promise<Extractor> {
  const { source } = options;
  const words = commandWords(entry.command, source);
  const call = prepare(entry, words, options);
  const startLimitMs = Math.min(entry.startTimeoutMs ?? DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS);
  const handshake =
    entry.protocol === 'jsonl' ? await askForHandshake(call, source, startLimitMs) : undefined;
  const about = describe(entry, words, handshake);
  const findFingerprint = (): Promise<string> =>
    commandFingerprint(entry, about.version, words, call.cwd, source);
  const fingerprint = await findFingerprint();
  return {
    ...about,
    baseline: false,
    driver: 'command',
    source,
    fingerprint,
    network: networkAccess(call.allowNetwork, false),
    ...(entry.fingerprint !== undefined && {
      dependence: {
        settings: [call.cwd],
        isUnchanged: async () => (await findFingerprint()) === fingerprint,
      },
    }),
    open: async (session) => {
      const readInput = await loadInputReader(about.accepts);
      const create = processMaker(entry, { ...call, startLimitMs }, handshake, readInput, session);
      const pool = Array.from(
        { length: session.workers },
        () => new ProcessWorker(create, session.timeoutMs),
      );
      return poolSession(pool, about.accepts);
    },
  };
}

type Prepared = Omit<CommandCall, 'input' | 'memoryMb'>;

function prepare(entry: CommandEntry, words: Words, { folder, source }: CommandOptions): Prepared {
  const cwd = entry.cwd ?? folder;
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new AssayError('usage', `${source}: found no folder ${cwd} to run it in; check cwd`);
  }
  const [name, ...others] = words;
  const program = findProgram(name, cwd, entry.env?.['PATH']);
  if (program === undefined) {
    const where = name.includes('/') ? `that can be run at ${name}` : `${name} in the folders of PATH`;
    throw new AssayError('usage', `${source}: found no program ${where}; install it, or name it by its path`);
  }
  return { words: [program, ...others], cwd, env: entry.env ?? {}, allowNetwork: entry.network ?? false };
}

interface About {
  readonly name: string;
  readonly version: string;
  readonly accepts: readonly Media[];
}

function describe(entry: CommandEntry, words: Words, handshake: Handshake | undefined): About {
  return {
    name: handshake?.name ?? nameOf(words),
    version: entry.version ?? handshake?.version ?? 'unstated',
    accepts: entry.accepts ?? handshake?.accepts ?? ['html'],
  };
}

/** Longest name that is made from a command, in UTF-16 code units. */
const LONGEST_NAME = 60;

/** The command as it was written, without the folders of its files: variants of one program have different names. */
function nameOf(words: Words): string {
  const shown = words.map((word) => (word.includes('/') ? basename(word) : word)).join(' ');
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…`.toWellFormed() : shown;
}

function processMaker(
  { output = 'text', wants, protocol }: CommandEntry,
  prepared: Prepared & { readonly startLimitMs: number },
  handshake: Handshake | undefined,
  readInput: InputReader,
  { memoryMb = DEFAULT_MEMORY_MB }: SessionOptions,
): () => PageProcess {
  if (protocol === 'jsonl') {
    const form = wants ?? handshake?.wants ?? 'html';
    const greets = handshake !== undefined;
    const call = { ...prepared, memoryMb, greets };
    return () => new JsonLinesProcess({ ...call, input: (page) => pageRequest(page, form, readInput) });
  }
  return () =>
    new StdioProcess({
      ...prepared,
      memoryMb,
      output,
      input: (page) => {
        const input = readInput(page);
        if (wants !== 'html') return input.bytes;
        return input.media === 'html' ? input.html : input.text;
      },
    });
}
