import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { AssayConfig } from '../model/config.ts';
import { MOST_YAML_BYTES } from '../model/limits.ts';
import { AssayError, errorCode } from '../util/error.ts';
import { refuseUnfit } from '../util/read-input.ts';
import { readablePath } from '../util/readable-path.ts';
import { checkShape, formatPath, isPlain } from '../util/shape.ts';
import type { ShapeFault, ValuePath } from '../util/shape.ts';
import { loadModule } from './load-module.ts';

/** A configuration without faults. */
export interface LoadedConfig {
  readonly config: AssayConfig;
  /** The absolute path of the folder that its paths are relative to. */
  readonly folder: string;
  /** Where a value stands, for messages: `assay.config.yaml:3:5: extractors.mine`. */
  readonly place: (path: ValuePath) => string;
}

/** A configuration as it was found, unchecked. */
interface Source {
  readonly value: unknown;
  /** What messages call it. */
  readonly file: string;
  readonly folder: string;
  /** `:3:5`, or nothing where the format has no lines to name. */
  readonly locate: (path: ValuePath) => string;
}

const NAMES = ['ts', 'mts', 'js', 'mjs', 'yaml'].map((ending) => `assay.config.${ending}`);

/** Names that somebody might give the file, and wonder why nothing happens. */
const MISTAKEN = new Set(['cts', 'cjs', 'yml', 'json', 'toml'].map((ending) => `assay.config.${ending}`));

/**
 * The configuration to work with: the file named, the object given, or, where nothing is given, the
 * `assay.config.*` in the working directory; an empty one where there is none. `false`: an empty one.
 *
 * @throws AssayError `usage` with every fault of the configuration.
 */
export async function loadConfig(given?: string | AssayConfig | false): Promise<LoadedConfig> {
  if (typeof given === 'object') return checked(inMemory(given));
  const path = given ?? (await findConfig(process.cwd()));
  if (path !== false && path !== undefined) return checked(await readSource(resolve(path)));
  const { folder, file } = inMemory({});
  return { config: {}, folder, place: () => file };
}

function inMemory(value: unknown): Source {
  return { value, file: 'the configuration', folder: process.cwd(), locate: () => '' };
}

/**
 * The configuration file of a folder; undefined where there is none. Folders above are not searched.
 *
 * @throws AssayError `usage` if there are two, or one under a name that Assay does not read.
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  const files = await readdir(folder);
  const mistaken = files.find((file) => MISTAKEN.has(file));
  if (mistaken !== undefined) {
    const found = `${mistaken}: found a name that Assay does not read`;
    throw new AssayError('usage', `${found}; expected one of ${NAMES.join(', ')}; rename it`);
  }
  const [name, ...others] = NAMES.filter((each) => files.includes(each));
  if (others.length === 0) return name === undefined ? undefined : join(folder, name);
  const found = `found ${[name, ...others].join(' and ')} in one folder`;
  const fix = 'remove the others, or name one with --config FILE';
  throw new AssayError('usage', `${found}; expected one configuration; ${fix}`);
}

async function readSource(path: string): Promise<Source> {
  const file = readablePath(path);
  const common = { file, folder: dirname(path) };
  const ending = extname(path);
  if (ending === '.yaml') {
    const { loadYaml } = await import('./load-yaml.ts');
    await refuseUnfit(path, MOST_YAML_BYTES);
    return {
      ...common,
      ...loadYaml(await readFile(path, 'utf8').catch((cause: unknown) => refuse(file, cause)), file),
    };
  }
  if (!['.ts', '.mts', '.js', '.mjs'].includes(ending)) {
    const found = ending === '' ? 'a file without an ending' : `a file that ends in ${ending}`;
    const expected = 'a configuration that ends in .ts, .mts, .js, .mjs or .yaml';
    throw new AssayError('usage', `${file}: found ${found}; expected ${expected}; rename it`);
  }
  await stat(path).catch((cause: unknown) => refuse(file, cause));
  return { ...common, value: await loadModule(path, file), locate: () => '' };
}

function refuse(file: string, cause: unknown): never {
  const message = `${file}: cannot read the configuration (${errorCode(cause)}); check the path`;
  throw new AssayError('usage', message, { cause });
}

async function checked({ value, file, folder, locate }: Source): Promise<LoadedConfig> {
  const place = (path: ValuePath): string => {
    return `${file}${locate(path)}${path.length === 0 ? '' : `: ${formatPath(path)}`}`;
  };
  const { assayConfig } = await import('../model/config.ts');
  return { config: checkSettings(assayConfig, value, file, place), folder, place };
}

/**
 * Checks a configuration, or a part of one that a program gives; a key whose value is `undefined` counts as absent.
 *
 * @param what what it is called
 * @param place what the place of a value in it is called
 * @throws AssayError `usage` with every fault, a line each.
 */
export function checkSettings<T>(
  format: z.ZodType<T>,
  value: unknown,
  what: string,
  place: (path: ValuePath) => string,
): T {
  const present = (of: unknown, depth: number): unknown => {
    if (depth === 0 || !isPlain(of)) return of;
    const entries = Object.entries(of).filter(([, each]) => each !== undefined);
    return Object.fromEntries(entries.map(([key, each]) => [key, present(each, depth - 1)]));
  };
  const check = checkShape(format, present(value, DEEPEST_KEY));
  if (check.isValid) return check.value;
  const lines = check.faults.map((fault) => {
    const { path, found, expected } = withNewName(fault);
    return `${place(path)}: found ${found}; expected ${expected}`;
  });
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) throw new AssayError('usage', only);
  throw new AssayError('usage', [`${what} has ${lines.length} faults`, ...lines].join('\n  '));
}

/** `extractors.mine.fingerprint.command`: below are only the options of a module. */
const DEEPEST_KEY = 4;

/** Keys of Assay 0.1.0, and what they are called now. */
const RENAMED_KEYS: Readonly<Record<string, string>> = {
  timeout: 'timeoutMs',
  memory: 'memoryMb',
  startTimeout: 'startTimeoutMs',
};

/** An unknown key that had its meaning in Assay 0.1.0. */
function withNewName(fault: ShapeFault): ShapeFault {
  const key = String(fault.path.at(-1));
  const name = Object.hasOwn(RENAMED_KEYS, key) ? RENAMED_KEYS[key] : undefined;
  if (name === undefined || fault.found !== `the unknown key "${key}"`) return fault;
  return {
    ...fault,
    found: `the key "${key}", which is now called "${name}"`,
    expected: `${name}; rename it`,
  };
}
