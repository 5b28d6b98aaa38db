import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isolationOf } from '../../process/isolation.ts';
import { networkAccess } from '../../process/network.ts';
import { ProcessPool } from '../../process/process-pool.ts';
import { TouchedFiles } from '../../process/touched-files.ts';
import { AssayError, errorCode } from '../../util/error.ts';
import type { VariablesEntry } from '../../model/config.ts';
import type { JsonObject } from '../../util/json.ts';
import type { KeptDescriptions } from '../cache/kept-descriptions.ts';
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS } from '../extractor.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { poolSession } from '../page-session.ts';
import { resolveVariables, variableHint } from '../variables.ts';
import { ModuleProcess, describeEnded, moduleEnvironment, moduleSeclusion } from './module-process.ts';
import type { LoadReply, ModuleCall } from './module-process.ts';
import type { ModuleDescription } from './module-protocol.ts';

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
  /** Variables that it is given, and `passes`, names of such that are passed on. Default: none. */
  readonly env?: VariablesEntry;
  /** Folders that it is not to see. Default: none. */
  readonly hides?: readonly string[] | undefined;
  /** Folders of the home directory that it may read. Default: none. */
  readonly reads?: readonly string[] | undefined;
  /** What modules said of themselves in earlier runs. Default: the module is loaded to see it. */
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
    env,
    hides = [],
    reads = [],
    descriptions,
  }: ModuleOptions = {},
): Promise<Extractor> {
  const { values: variables, secrets } = resolveVariables(env, source);
  const files = new TouchedFiles(Date.now());
  const url = toFileUrl(module);
  refuseOtherLanguage(source);
  const file = await readModule(url, source);
  const loading = {
    url: url.href,
    options,
    variables,
    hides,
    reads,
    allowNetwork: network ?? false,
    memoryMb: DEFAULT_MEMORY_MB,
  };
  const known = await descriptions?.find(loading);
  let loaded = known === undefined ? await load(loading, files, source, startLimitMs) : undefined;
  if (loaded !== undefined) await descriptions?.keep(loading, loaded.about, files);
  const { network: asks, ...about } = known ?? loaded!.about;
  const usual = { ...loading, allowNetwork: network ?? asks };
  const reached = networkAccess(usual.allowNetwork, true);
  return {
    ...about,
    driver: 'module',
    source,
    ...(Object.keys(options).length > 0 && { options }),
    fingerprint: fingerprintOf('module', about.version, file, options),
    network: reached,
    isolation: isolationOf(moduleSeclusion(loading)),
    // What comes from the network cannot be compared.
    ...(!usual.allowNetwork && {
      dependence: {
        settings: [url.href, globalThis.process.env['NODE_OPTIONS'] ?? '', JSON.stringify(variables)],
      },
    }),
    open: async ({ workers, timeoutMs, memoryMb = DEFAULT_MEMORY_MB }) => {
      const call = { ...usual, memoryMb };
      // The first session goes on with the process that loaded the module.
      const first = loaded;
      loaded = undefined;
      const ready = first && (await takeProcess(first, call));
      const touched = ready?.files ?? new TouchedFiles(files.since);
      const { toSentPage } = await import('./sent-page.ts');
      const create = (): ModuleProcess => new ModuleProcess(call, touched, toSentPage);
      const pool = new ProcessPool({ size: workers, limitMs: timeoutMs, create, ready });
      return poolSession(pool, {
        accepts: about.accepts,
        network: reached,
        environment: moduleEnvironment(call),
        secrets,
        files: touched,
      });
    },
  };
}

function toFileUrl(module: string | URL): URL {
  if (module instanceof URL) return module;
  return module.startsWith('file:') ? new URL(module) : pathToFileURL(module);
}

/** The programs that run files of other languages, by ending; empty where the file is run by itself. */
const RUN_BY: Readonly<Record<string, string>> = {
  py: 'python3 ',
  rb: 'ruby ',
  php: 'php ',
  pl: 'perl ',
  lua: 'lua ',
  r: 'Rscript ',
  jl: 'julia ',
  go: 'go run ',
  java: 'java ',
  jar: 'java -jar ',
  sh: 'sh ',
  exe: '',
};

/** Refuses a file of another language, with how a command is named. */
export function refuseOtherLanguage(source: string): void {
  const ending = extname(source).slice(1).toLowerCase();
  const program = Object.hasOwn(RUN_BY, ending) ? RUN_BY[ending] : undefined;
  if (program === undefined) return;
  const command = `${program}${/\s/u.test(source) ? JSON.stringify(source) : source}`;
  const found = `${source}: found a program in another language; a module is written in TypeScript or JavaScript`;
  const fix = `write jsonl:${command} if it takes page after page as JSON lines, cmd:${command} if it is started for each page`;
  throw new AssayError('usage', `${found}; ${fix}`);
}

/** @throws AssayError `usage` for a module that is not there or cannot be read. */
export async function readModule(url: URL, source: string): Promise<Uint8Array> {
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

/** How long the process that loaded a module is kept, in milliseconds: a session follows soon or not at all. */
const KEPT_MS = 10_000;

interface LoadedModule {
  readonly about: ModuleDescription;
  /** It waits for its first page. */
  readonly process: ModuleProcess;
  /** What it was started for. */
  readonly call: ModuleCall;
}

async function load(
  call: ModuleCall,
  files: TouchedFiles,
  source: string,
  limitMs: number,
): Promise<LoadedModule> {
  // Encodings take longer to load than most pages to extract: here, once, and not in the process.
  const { toSentPage } = await import('./sent-page.ts');
  const process = new ModuleProcess(call, files, toSentPage);
  const reply = await process.load(limitMs);
  if (reply?.type === 'ready') {
    process.park(KEPT_MS);
    return { about: reply.about, process, call };
  }
  await process.kill();
  const problem = loadProblem(reply, limitMs);
  throw new AssayError('usage', `${source}: ${problem}${variableHint(problem, moduleEnvironment(call))}`);
}

/** The process of a loaded module, unless it is gone; one that was started with other limits than `wanted` is ended. */
async function takeProcess(
  { process, call }: LoadedModule,
  wanted: ModuleCall,
): Promise<ModuleProcess | undefined> {
  if (process.hasEnded) return undefined;
  process.unpark();
  if (call.allowNetwork === wanted.allowNetwork && call.memoryMb === wanted.memoryMb) return process;
  await process.kill();
  return undefined;
}

function loadProblem(reply: Exclude<LoadReply, { readonly type: 'ready' }>, limitMs: number): string {
  if (reply === undefined) return `the module does not load within ${limitMs} ms`;
  if (reply.type === 'unusable') return reply.problem;
  return `the process ${describeEnded(reply)} while the module was loading; import it by itself to see why`;
}
