import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandEntry } from '../../model/config.ts';
import { AssayError } from '../../util/error.ts';
import { findProgram } from '../../process/find-program.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { loadEntry } from '../load-entry.ts';
import type { LoadOptions } from '../load-entry.ts';
import { ownModule } from '../../util/own-module.ts';
import { sha256 } from '../../util/sha256.ts';
import type { HowToRun, KnownExtractor } from './catalog-entry.ts';
import { installHint, packageList } from './install-hint.ts';
import { peerFolder, readInstalled } from './peer-folder.ts';
import { hasPackage, isInstalled } from './peer-package.ts';

/** The scripts; at the same place seen from the source and from what was built of it. */
const PYTHON_SCRIPTS = fileURLToPath(new URL('../../../harness/extract/catalog/python/', import.meta.url));

/** The loop that all scripts share. */
const PYTHON_LOOP = 'serve_pages.py';

/** There in a clone of Assay, built or not; not in the package. */
const PEERS_SCRIPT = new URL('../../../scripts/peers.ts', import.meta.url);

/** How long an extractor of another language may take to start, in milliseconds: many may be starting at once. */
const START_LIMIT_MS = 120_000;

/**
 * An extractor of the catalogue.
 *
 * @throws AssayError `usage` where what it needs is not installed, with what to do.
 */
export async function loadKnown(known: KnownExtractor, options: LoadOptions = {}): Promise<Extractor> {
  const { run } = known;
  if ('module' in run) return loadModule(known, run.module, options);
  return 'python' in run ? loadPython(known, run.python, options) : loadProgram(known, run, options);
}

/** What is missing of the packages that a known extractor imports, and how to install them; undefined where all are there. */
export function missingPackage({ name, packages = {} }: KnownExtractor): string | undefined {
  const missing = Object.keys(packages).find((each) => !isInstalled(each));
  if (missing === undefined) return undefined;
  return `${name}: found no npm package ${missing}; install it: npm install ${packageList(packages)}`;
}

async function loadModule(
  known: KnownExtractor,
  module: URL,
  { descriptions, hides }: LoadOptions,
): Promise<Extractor> {
  const { name, entry, options, peer } = known;
  const problem = missingPackage(known);
  if (problem !== undefined) throw new AssayError('usage', problem);
  const missing = Object.keys(peer?.packages ?? {}).find((each) => !hasPackage(entry, each));
  if (missing !== undefined) throw notInstalled(known, `found no npm package ${missing}`);
  const extractor = await loadModuleExtractor(ownModule(module), {
    source: name,
    startLimitMs: START_LIMIT_MS,
    descriptions,
    hides,
    ...(options !== undefined && { options }),
  });
  return { ...extractor, name };
}

async function loadPython(known: KnownExtractor, script: string, { hides }: LoadOptions): Promise<Extractor> {
  const folder = peerFolder('python', known.entry);
  const program = folder === undefined ? 'python3' : join(folder, 'bin/python');
  if (findProgram(program, process.cwd()) === undefined) {
    throw notInstalled(known, 'found no program python3 in the folders of PATH');
  }
  const path = join(PYTHON_SCRIPTS, script);
  const extractor = await loadCommand(
    known,
    { command: [program, path], protocol: 'jsonl', env: { PYTHONDONTWRITEBYTECODE: '1' } },
    hides,
  );
  const files = [readFileSync(path), readFileSync(join(PYTHON_SCRIPTS, PYTHON_LOOP))];
  return { ...extractor, fingerprint: fingerprintFrom(known, extractor.version, files, folder) };
}

async function loadProgram(
  known: KnownExtractor,
  { program, words = [], ...settings }: Extract<HowToRun, { readonly program: string }>,
  { hides }: LoadOptions,
): Promise<Extractor> {
  const folder = known.peer && peerFolder(known.peer.language, known.entry);
  const path = folder === undefined ? program : join(folder, 'bin', program);
  const found = findProgram(path, process.cwd());
  if (found === undefined) throw notInstalled(known, `found no program ${program} in the folders of PATH`);
  const extractor = await loadCommand(known, { ...settings, command: [found, ...words] }, hides);
  const { protocol, output, wants } = settings;
  const state = JSON.stringify([words, protocol, output, wants]);
  const files = [Buffer.from(state), readFileSync(found)];
  return { ...extractor, fingerprint: fingerprintFrom(known, extractor.version, files, folder) };
}

async function loadCommand(
  known: KnownExtractor,
  { command, ...settings }: Omit<CommandEntry, 'command'> & { readonly command: readonly string[] },
  hides: LoadOptions['hides'],
): Promise<Extractor> {
  const { name, options } = known;
  const argument = options === undefined ? [] : [JSON.stringify(options)];
  const entry = { startTimeoutMs: START_LIMIT_MS, ...settings, command: [...command, ...argument] };
  try {
    const extractor = await loadEntry(entry, process.cwd(), { hides });
    return { ...extractor, name, source: name, ...(options !== undefined && { options }) };
  } catch (error) {
    throw error instanceof AssayError ? notInstalled(known, problemOf(error.message)) : error;
  }
}

/** Of what a program said before it ended the last line: in Python, what is missing. */
function problemOf(message: string): string {
  const lines = message.trim().split('\n');
  return lines.length === 1 ? message : lines.at(-1)!.trim();
}

function notInstalled(known: KnownExtractor, found: string): AssayError {
  return new AssayError(
    'usage',
    `${known.name}: ${found}; install it: ${installHint(known, existsSync(PEERS_SCRIPT))}`,
  );
}

/** Without a path in it, so that the same extractor has the same fingerprint on every machine. */
function fingerprintFrom(
  { options }: KnownExtractor,
  version: string,
  files: readonly Uint8Array[],
  folder: string | undefined,
): string {
  const installed = (folder !== undefined && readInstalled(folder)) || '';
  const digests = [...files, Buffer.from(installed)].map((file) => sha256(file));
  return fingerprintOf('command', version, Buffer.from(digests.join('\n')), options);
}
