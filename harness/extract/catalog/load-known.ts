import { spawnSync } from 'node:child_process';
import { AssayError } from '../../model/error.ts';
import { childEnvironment } from '../drivers/child-settings.ts';
import { findProgram } from '../drivers/find-program.ts';
import { loadModuleExtractor } from '../drivers/module.ts';
import type { Extractor } from '../extractor.ts';
import { loadEntry } from '../load-entry.ts';
import { ownModule } from '../own-module.ts';
import type { KnownCommand } from './commands.ts';
import type { CatalogEntry } from './register.ts';

/** How long a command may take to say its version, in milliseconds. */
const LIMIT_MS = 30_000;

/** A known extractor that is a module of Assay's own. */
export function loadCatalogEntry({ name, module }: CatalogEntry): Promise<Extractor> {
  return loadModuleExtractor(ownModule(module), { source: name });
}

/**
 * A known extractor that is a command.
 *
 * @throws AssayError `usage` where it is not installed, with what to do.
 */
export async function loadKnownCommand({ name, entry, version, install }: KnownCommand): Promise<Extractor> {
  const [program] = version;
  if (findProgram(program, process.cwd()) === undefined) {
    const found = `found no program ${program} in the folders of PATH`;
    throw new AssayError('usage', `${name}: ${found}; install it: ${install}`);
  }
  const extractor = await loadEntry({ ...entry, version: versionOf(version) }, process.cwd());
  return { ...extractor, name, source: name };
}

function versionOf([program, ...words]: readonly [string, ...string[]]): string {
  const { stdout } = spawnSync(program, words, {
    env: childEnvironment(process.env),
    timeout: LIMIT_MS,
    encoding: 'utf8',
  });
  return /\d+(?:\.\d+)+\S*/.exec(stdout)?.[0] ?? 'unstated';
}
