import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { didYouMean } from '../util/did-you-mean.ts';
import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import { loadKnown, missingPackage } from './catalog/load-known.ts';
import { KNOWN_EXTRACTORS, OWN_EXTRACTORS } from './catalog/register.ts';
import { loadModuleExtractor, readModule, refuseOtherLanguage } from './drivers/module.ts';
import type { Extractor } from './extractor.ts';
import { loadEntry } from './load-entry.ts';
import type { LoadOptions } from './load-entry.ts';

const RECORDED = 'recorded:';

/** A command on the command line: by `cmd:` one process a page, by `jsonl:` one for all. */
const COMMAND = /^(cmd|jsonl):(.*)$/s;

/** What a name may be resolved by. */
export interface ResolveOptions extends LoadOptions {
  /** The folder that paths are relative to. Default: the working directory. */
  readonly folder?: string;
  /** Names that the caller knows beside those of the catalogue, for the message. */
  readonly otherNames?: readonly string[];
}

/**
 * The extractor that a user named: a name of the catalogue, `cmd:COMMAND` (a process a page, which prints text),
 * `jsonl:COMMAND`, the URL of a service, `recorded:PATH`, or a path to a TypeScript or JavaScript module (anything
 * else with a slash, or ending like one).
 *
 * @throws AssayError `usage` for a name that nobody knows or a module that is no extractor, `bad-input` for
 * recorded output that cannot be read.
 */
export async function resolveExtractor(
  specification: string,
  { folder = process.cwd(), otherNames = [], descriptions, hides }: ResolveOptions = {},
): Promise<Extractor> {
  const known = KNOWN_EXTRACTORS.find((each) => each.name === specification);
  if (known !== undefined) return loadKnown(known, { descriptions, hides });
  if (specification.startsWith(RECORDED)) return loadRecorded(specification, folder);
  const [, protocol, words] = COMMAND.exec(specification) ?? [];
  if (words !== undefined) {
    return loadEntry({ command: words, protocol: protocol === 'jsonl' ? 'jsonl' : 'stdio' }, folder, {
      hides,
    });
  }
  if (/^https?:\/\//.test(specification)) return loadEntry({ http: specification }, folder);
  if (specification.startsWith('file:'))
    return loadModuleExtractor(new URL(specification), { descriptions, hides });
  refuseUnknownName(specification, otherNames);
  return loadModuleExtractor(resolve(folder, specification), { source: specification, descriptions, hides });
}

/**
 * Refuses what names no extractor: a name that nobody knows, a module that is not there. Nothing is started or loaded.
 *
 * @throws AssayError `usage`
 */
export async function refuseUnknownExtractor(
  specification: string,
  { folder = process.cwd(), otherNames = [] }: Pick<ResolveOptions, 'folder' | 'otherNames'>,
): Promise<void> {
  const isPlaced = COMMAND.test(specification) || /^(?:https?:\/\/|file:)/.test(specification);
  if (isKnownExtractor(specification) || isPlaced) return;
  refuseUnknownName(specification, otherNames);
  await readModule(pathToFileURL(resolve(folder, specification)), specification);
}

/** Refuses what is no path of a module, and nothing else that is known. */
function refuseUnknownName(specification: string, otherNames: readonly string[]): void {
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(specification)) {
    throw new AssayError(
      'usage',
      `${specification}: found no URL of a service; expected http://… or https://…`,
    );
  }
  refuseOtherLanguage(specification);
  if (!isPath(specification)) throw new AssayError('usage', unknownExtractor(specification, otherNames));
}

/**
 * Every extractor that comes with Assay, in the order of the catalogue: what runs where nobody names one. Those whose
 * packages are not installed are left out.
 */
export function ownExtractors({ onLeftOut, ...options }: LoadOptions = {}): Promise<Extractor[]> {
  const installed = OWN_EXTRACTORS.filter((known) => {
    const problem = missingPackage(known);
    if (problem !== undefined) onLeftOut?.(problem);
    return problem === undefined;
  });
  return Promise.all(installed.map((known) => loadKnown(known, options)));
}

async function loadRecorded(specification: string, folder: string): Promise<Extractor> {
  const path = specification.slice(RECORDED.length);
  if (path === '') throw new AssayError('usage', `"${specification}" names no file; write recorded:PATH`);
  const { loadRecordedExtractor } = await import('./drivers/recorded.ts');
  return loadRecordedExtractor(readablePath(resolve(folder, path)));
}

/** Whether a name runs nothing but what comes with Assay: an extractor of the catalogue, or recorded output. */
export function isKnownExtractor(specification: string): boolean {
  return specification.startsWith(RECORDED) || KNOWN_EXTRACTORS.some(({ name }) => name === specification);
}

function isPath(specification: string): boolean {
  return /[/\\]|\.(?:ts|mts|cts|js|mjs|cjs)$/.test(specification);
}

function unknownExtractor(specification: string, otherNames: readonly string[]): string {
  const names = [...new Set([...otherNames, ...KNOWN_EXTRACTORS.map(({ name }) => name)])];
  const near = didYouMean(specification, names);
  const hint = near === undefined ? '; ' : `: did you mean "${near}"? `;
  const others =
    'a module is named by its path, a command by cmd:COMMAND or jsonl:COMMAND, a service by its URL, recorded output by recorded:PATH';
  // Not the names themselves: nobody finds one among fifty.
  return `unknown extractor "${specification}"${hint}"assay extractors" lists those that are known; ${others}`;
}
