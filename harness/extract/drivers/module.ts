import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AssayError, errorCode } from '../../util/error.ts';
import type { JsonObject } from '../../util/json.ts';
import type { KeptDescriptions } from '../cache/kept-descriptions.ts';
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS } from '../extractor.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { TouchedFiles } from '../touched-files.ts';
import { describeModuleEnding } from './module-outcome.ts';
import { ModulePageProcess } from './module-page-process.ts';
import { ModuleProcess } from './module-process.ts';
import type { ModuleCall, Reply } from './module-process.ts';
import type { FileNames, ModuleDescription } from './module-protocol.ts';
import { networkAccess } from '../../process/network-namespace.ts';
import { poolSession } from './pool-session.ts';
import { ProcessWorker } from './process-worker.ts';
import { SpareProcess } from './spare-process.ts';

/** How a module is loaded and run, beside what it says of itself. */
export interface ModuleOptions {
  /** What messages and reports call it. Default: the module as given. */
  readonly source?: string;
  /** How long the module may take to load, in milliseconds. Default: 30 000. */
  readonly startLimitMs?: number;
  /** What `extract` gets beside every page. Default: `{}`. */
  readonly options?: JsonObject;
  /**
   * Whether it has the network, also while it loads. Default: as its definition says, once it is loaded without.
   */
  readonly network?: boolean;
  /** What earlier runs were told. Default: the module is loaded to see what it says of itself. */
  readonly descriptions?: KeptDescriptions | undefined;
}

/**
 * An extractor from a TypeScript or JavaScript module that exports its definition by default. `module` is an
 * absolute path or a file URL. The module is loaded in a process of its own, never in the harness.
 *
 * @throws AssayError `usage`: no such file, a module that does not load, or one that is no extractor.
 */
export async function loadModuleExtractor(
  module: string | URL,
  {
    source = String(module),
    startLimitMs = DEFAULT_START_LIMIT_MS,
    options = {},
    network,
    descriptions,
  }: ModuleOptions = {},
): Promise<Extractor> {
  const since = Date.now();
  const url = toFileUrl(module);
  const file = await readModule(url, source);
  const loading = {
    url: url.href,
    options,
    allowNetwork: network ?? false,
    memoryMb: DEFAULT_MEMORY_MB,
  };
  const known = await descriptions?.find(loading);
  const loaded = known === undefined ? await load(loading, source, startLimitMs) : undefined;
  if (loaded !== undefined)
    await descriptions?.keep(loading, loaded.about, touchedSince(since, loaded.files));
  const { network: asks, ...about } = known ?? loaded!.about;
  const usual = { ...loading, allowNetwork: network ?? asks };
  return {
    ...about,
    driver: 'module',
    source,
    ...(Object.keys(options).length > 0 && { options }),
    fingerprint: fingerprintOf('module', about.version, file, options),
    network: networkAccess(usual.allowNetwork, true),
    // What comes from the network nobody can tell from here.
    ...(!usual.allowNetwork && {
      dependence: { settings: [url.href, globalThis.process.env['NODE_OPTIONS'] ?? ''] },
    }),
    open: async ({ workers, timeoutMs, memoryMb = DEFAULT_MEMORY_MB }) => {
      const call = { ...usual, memoryMb };
      const first = await loaded?.spare.takeFor(call);
      const files = touchedSince(since, first && loaded?.files);
      const create = (): ModulePageProcess => new ModulePageProcess(new ModuleProcess(call), files);
      const pool = Array.from({ length: workers }, (_, index) => {
        const ready = index === 0 && first !== undefined ? new ModulePageProcess(first, files) : undefined;
        return new ProcessWorker(create, timeoutMs, ready);
      });
      return poolSession(pool, about.accepts, files);
    },
  };
}

function toFileUrl(module: string | URL): URL {
  if (module instanceof URL) return module;
  return module.startsWith('file:') ? new URL(module) : pathToFileURL(module);
}

async function readModule(url: URL, source: string): Promise<Uint8Array> {
  try {
    return await readFile(url);
  } catch (cause) {
    throw new AssayError('usage', `${source}: ${unreadable(fileURLToPath(url), cause)}`, { cause });
  }
}

function unreadable(path: string, cause: unknown): string {
  const code = errorCode(cause);
  if (code === 'ENOENT') return `found no extractor module at ${path}; name a file that is there`;
  if (code === 'EISDIR') return `found a folder at ${path}; name the file of the module in it`;
  return `cannot read the extractor module ${path} (${code})`;
}

function touchedSince(since: number, names: FileNames | undefined): TouchedFiles {
  const files = new TouchedFiles(since);
  if (names !== undefined) files.add(names);
  return files;
}

/** A module in a process, which waits for its first page. */
interface LoadedModule {
  readonly about: ModuleDescription;
  readonly files: FileNames;
  readonly spare: SpareProcess;
}

async function load(call: ModuleCall, source: string, limitMs: number): Promise<LoadedModule> {
  const process = new ModuleProcess(call);
  const reply = await process.start(limitMs);
  if (reply.type === 'ready') {
    const { about, files } = reply;
    return { about, files, spare: new SpareProcess(process, call) };
  }
  await process.kill();
  throw new AssayError('usage', `${source}: ${loadProblem(reply, limitMs)}`);
}

function loadProblem(reply: Reply<'unusable'>, limitMs: number): string {
  if (reply.type === 'unusable') return reply.problem;
  if (reply.type === 'late') return `the module does not load within ${limitMs} ms`;
  const how = describeModuleEnding(reply.ending);
  return `the process ${how} while the module was loading; import it by itself to see why`;
}
