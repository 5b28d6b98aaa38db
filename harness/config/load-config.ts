import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import { AssayError, errorCode } from '../util/error.ts';
import type { AssayConfig } from '../model/config.ts';
import { formatPath, refuseFaults } from './config-faults.ts';
import type { ConfigPath } from './config-reading.ts';
import { findConfig } from './find-config.ts';
import { loadModule } from './load-module.ts';
import { readConfig } from './read-config.ts';

/** A configuration without faults. */
export interface LoadedConfig {
  readonly config: AssayConfig;
  /** The absolute path of the folder that its paths are relative to. */
  readonly folder: string;
  /** Where a value stands, for messages: `assay.config.yaml:3:5: extractors.mine`. */
  readonly place: (path: ConfigPath) => string;
}

/** A configuration as it was found, unchecked. */
interface Source {
  readonly value: unknown;
  /** What messages call it. */
  readonly file: string;
  readonly folder: string;
  readonly locate: (path: ConfigPath) => string;
}

/**
 * The configuration to work with: the file named, the object given, or, where nothing is given, the
 * `assay.config.*` in the working directory; an empty one where there is none. `false`: an empty one.
 *
 * @throws AssayError `usage` with every fault of the configuration.
 */
export async function loadConfig(given?: string | AssayConfig | false): Promise<LoadedConfig> {
  if (typeof given === 'object') return checked(inMemory(given));
  const path = given ?? (await findConfig(process.cwd()));
  return checked(path === false || path === undefined ? inMemory({}) : await readSource(resolve(path)));
}

function inMemory(value: unknown): Source {
  return { value, file: 'the configuration', folder: process.cwd(), locate: () => '' };
}

async function readSource(path: string): Promise<Source> {
  const file = readablePath(path);
  const common = { file, folder: dirname(path) };
  const ending = extname(path);
  if (ending === '.yaml') {
    const { loadYaml } = await import('./load-yaml.ts');
    return { ...common, ...loadYaml(await readText(path, file), file) };
  }
  if (!['.ts', '.mts', '.js', '.mjs'].includes(ending)) {
    const found = ending === '' ? 'a file without an ending' : `a file that ends in ${ending}`;
    const expected = 'a configuration that ends in .ts, .mts, .js, .mjs or .yaml';
    throw new AssayError('usage', `${file}: found ${found}; expected ${expected}; rename it`);
  }
  await stat(path).catch((cause: unknown) => refuse(file, cause));
  return { ...common, value: await loadModule(path, file), locate: () => '' };
}

async function readText(path: string, file: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => refuse(file, cause));
}

function refuse(file: string, cause: unknown): never {
  const message = `${file}: cannot read the configuration (${errorCode(cause)}); check the path`;
  throw new AssayError('usage', message, { cause });
}

function checked(source: Source): LoadedConfig {
  const { config, faults } = readConfig(source.value);
  const place = (path: ConfigPath): string => placeOf(source, path);
  refuseFaults(faults, source.file, place);
  return { config, folder: source.folder, place };
}

function placeOf({ file, locate }: Source, path: ConfigPath): string {
  return `${file}${locate(path)}${path.length === 0 ? '' : `: ${formatPath(path)}`}`;
}
