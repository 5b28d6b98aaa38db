import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandEntry, HttpEntry } from '../model/config.ts';
import { commandText, commandWords } from '../util/command-words.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import type { JsonObject } from '../util/json.ts';
import { sha256, sha256OfFile } from '../util/sha256.ts';
import type { DriverName } from './extractor.ts';

/**
 * The fingerprint of an extractor: see `Extractor.fingerprint` for what it covers. The order in which options
 * are written does not matter.
 */
export function fingerprintOf(
  driver: DriverName,
  version: string,
  content: Uint8Array,
  options: JsonObject = {},
): string {
  const variant = Object.keys(options).length === 0 ? [] : [options];
  // The words are written with their length, so that no two different inputs hash the same bytes.
  const head = JSON.stringify(['assay-extractor/1', driver, version, ...variant], inOrder);
  return createHash('sha256').update(`${head.length}:${head}`).update(content).digest('hex');
}

/** For `JSON.stringify`: the keys of every object sorted by code units. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareCodeUnits(a, b)));
}

/** How a command or service is known by its fingerprint, and whether that still holds. */
export interface ForeignFingerprint {
  readonly fingerprint: string;
  /** Reads everything again and compares; absent where the configuration names nothing that could have changed. */
  readonly isUnchanged?: () => Promise<boolean>;
}

/** What the fingerprint of a command or service is made of. */
export interface ForeignState {
  readonly driver: Extract<DriverName, 'command' | 'http'>;
  readonly version: string;
  /** What is JSON in it counts; what is undefined is left out. */
  readonly settings: object;
  /** Of the words of a command those that are files count by what they hold. */
  readonly words: readonly string[];
  /** `fingerprint` of the configuration. */
  readonly named: (CommandEntry | HttpEntry)['fingerprint'];
  /** The folder that its globs are relative to, and that its command runs in. */
  readonly folder: string;
  /** What messages call the extractor. */
  readonly source: string;
}

/**
 * The fingerprint of a command or service: its settings, the files that they name, and what `fingerprint` of the
 * configuration names.
 *
 * @throws AssayError `usage`: globs that match nothing, or a command that fails.
 */
export async function foreignFingerprint(state: ForeignState): Promise<ForeignFingerprint> {
  const find = async (): Promise<string> => {
    const { driver, version, settings, words, folder } = state;
    const files = words.map((word) => resolve(folder, word)).filter(isFile);
    const digests = [...files.map(sha256OfFile), ...(await digestNamed(state))];
    return fingerprintOf(driver, version, Buffer.from(digests.join('\n')), toJsonObject(settings));
  };
  const fingerprint = await find();
  if (state.named === undefined) return { fingerprint };
  return { fingerprint, isUnchanged: async () => (await find()) === fingerprint };
}

/** One digest a file or command. */
async function digestNamed({ named, folder, source }: ForeignState): Promise<string[]> {
  if (named === undefined) return [];
  if (typeof named === 'object' && 'command' in named) return [digestOutput(named.command, folder, source)];
  const { filesMatching } = await import('./files-matching.ts');
  const globs = typeof named === 'string' ? [named] : named;
  const files = filesMatching(globs, folder);
  if (files.length > 0) return files.map((file) => `${file} ${sha256OfFile(resolve(folder, file))}`);
  const fix = 'check the globs, which are relative to the folder that it runs in';
  throw new AssayError('usage', `${source}: fingerprint ${globs.join(', ')} matches no file; ${fix}`);
}

/** How long the command of a `fingerprint` may take, in milliseconds. */
const LIMIT_MS = 60_000;
/** How much it may print, in bytes. */
const MOST_BYTES = 2 ** 26;

function digestOutput(command: string | readonly string[], folder: string, source: string): string {
  const [program, ...words] = commandWords(command, source);
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: folder,
    // It is the user's own command, as one types it: no page comes near it.
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    timeout: LIMIT_MS,
    maxBuffer: MOST_BYTES,
  });
  if (status === 0) return sha256(stdout);
  const why = error?.message ?? `exit code ${status}: ${stderr.toString().trim().slice(-300)}`;
  throw new AssayError(
    'usage',
    `${source}: the command of fingerprint, ${commandText(command)}, fails: ${why}`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function toJsonObject(settings: object): JsonObject {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what JSON gives back is JSON
  return JSON.parse(JSON.stringify(settings)) as JsonObject;
}
