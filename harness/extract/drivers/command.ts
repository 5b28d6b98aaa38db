import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { CommandEntry } from '../../model/config.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Media, Page } from '../../model/page.ts';
import { childEnvironment } from '../../process/child-settings.ts';
import { findProgram } from '../../process/find-program.ts';
import { isolationOf } from '../../process/isolation.ts';
import { programPlaces, projectAround } from '../../process/mount-plan.ts';
import type { Seclusion } from '../../process/mount-plan.ts';
import { networkAccess } from '../../process/network.ts';
import { ProcessPool } from '../../process/process-pool.ts';
import type { TaskProcess } from '../../process/process-pool.ts';
import type { GroupCall } from '../../process/start-group.ts';
import { commandWords, shellText } from '../../util/command-words.ts';
import type { Words } from '../../util/command-words.ts';
import { AssayError } from '../../util/error.ts';
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS } from '../extractor.ts';
import type { Extractor } from '../extractor.ts';
import { foreignFingerprint } from '../fingerprint.ts';
import type { Handshake } from '../formats.ts';
import { loadInputReader, pageRequest } from '../input-reader.ts';
import type { InputReader } from '../input-reader.ts';
import { poolSession } from '../page-session.ts';
import { resolveVariables } from '../variables.ts';
import type { Variables } from '../variables.ts';
import { askForHandshake } from './command-handshake.ts';
import { JsonlProcess } from './command-jsonl.ts';
import { StdioProcess } from './command-stdio.ts';

/** Where a command comes from. */
export interface CommandOptions {
  /** The folder that `cwd`, and a program that is a path, are relative to. */
  readonly folder: string;
  /** What messages and reports call it. */
  readonly source: string;
  /** Folders that it is not to see. Default: none. */
  readonly hides?: readonly string[] | undefined;
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
  const { protocol = 'stdio', output, wants, accepts, env = {} } = entry;
  const cwd = folderOf(entry, options);
  const variables = resolveVariables(entry.env, source);
  const started = callOf(entry, words, cwd, source, variables);
  const seclusion = seclusionOf(started, entry, options);
  const call = { ...started, seclusion };
  const startLimitMs = Math.min(entry.startTimeoutMs ?? DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS);
  const handshake = protocol === 'jsonl' ? await askForHandshake(call, source, startLimitMs) : undefined;
  const about = describe(entry, words, handshake);
  const { fingerprint, isUnchanged } = await foreignFingerprint({
    driver: 'command',
    version: about.version,
    settings: { words, protocol, output, wants, accepts, env },
    words,
    named: entry.fingerprint,
    folder: cwd,
    source,
  });
  const network = networkAccess(call.allowNetwork, false);
  return {
    ...about,
    baseline: false,
    driver: 'command',
    source,
    fingerprint,
    network,
    isolation: isolationOf(seclusion),
    ...(isUnchanged && { dependence: { settings: [cwd, JSON.stringify(variables.values)], isUnchanged } }),
    open: async ({ workers, timeoutMs, memoryMb = DEFAULT_MEMORY_MB }) => {
      const readInput = await loadInputReader(about.accepts);
      const create = processMaker(entry, { ...call, memoryMb }, startLimitMs, handshake, readInput);
      const pool = new ProcessPool({ size: workers, limitMs: timeoutMs, create });
      return poolSession(pool, {
        accepts: about.accepts,
        network,
        environment: call.env,
        secrets: variables.secrets,
      });
    },
  };
}

function folderOf({ cwd }: CommandEntry, { folder, source }: CommandOptions): string {
  const found = cwd ?? folder;
  if (statSync(found, { throwIfNoEntry: false })?.isDirectory() === true) return found;
  throw new AssayError('usage', `${source}: found no folder ${found} to run it in; check cwd`);
}

function callOf(
  { network: allowNetwork = false }: CommandEntry,
  [name, ...others]: Words,
  cwd: string,
  source: string,
  { values: variables }: Variables,
): GroupCall {
  const program = findProgram(name, cwd, variables['PATH']);
  if (program === undefined) {
    const where = name.includes('/') ? `that can be run at ${name}` : `${name} in the folders of PATH`;
    throw new AssayError('usage', `${source}: found no program ${where}; install it, or name it by its path`);
  }
  return {
    words: [program, ...others],
    cwd,
    env: childEnvironment(process.env, { allowNetwork, variables }),
    allowNetwork,
    stdin: 'pipe',
    stdout: 'pipe',
  };
}

/** What is kept from the command: it needs its folder, its program and the files that its words name. */
function seclusionOf(
  { words, env }: GroupCall,
  { cwd = '.', reads = [] }: CommandEntry,
  { folder, hides = [] }: CommandOptions,
): Seclusion {
  const files = words.filter((word) => word.includes('/')).map((word) => resolve(cwd, word));
  const needs = [cwd, ...files].flatMap((path) => projectAround(path));
  const read = reads.map((path) => resolve(folder, path));
  return { hides, needs: [...needs, ...read, ...programPlaces(words[0], env)] };
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
  const shown = shellText(words.map((word) => (word.includes('/') ? basename(word) : word)));
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…`.toWellFormed() : shown;
}

function processMaker(
  { output = 'text', wants, protocol }: CommandEntry,
  call: GroupCall,
  startLimitMs: number,
  handshake: Handshake | undefined,
  readInput: InputReader,
): () => TaskProcess<Page, Outcome> {
  if (protocol === 'jsonl') {
    const form = wants ?? handshake?.wants ?? 'html';
    const request = (page: Page): string => pageRequest(page, form, readInput);
    return () => new JsonlProcess({ ...call, request, greets: handshake !== undefined, startLimitMs });
  }
  const inputOf = (page: Page): Uint8Array | string => {
    const input = readInput(page);
    if (wants !== 'html') return input.bytes;
    return input.media === 'html' ? input.html : input.text;
  };
  return () => new StdioProcess({ ...call, input: inputOf, output });
}
