import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AssayError } from '../../model/error.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Media } from '../../model/page.ts';
import { errorCode } from '../error-code.ts';
import type { Extractor, ExtractorSession } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { skipReason } from '../input-reader.ts';
import { describeEnding } from './module-outcome.ts';
import { ModuleProcess } from './module-process.ts';
import type { Reply } from './module-process.ts';
import type { ModuleDescription } from './module-protocol.ts';
import { ModuleWorker, START_LIMIT_MS } from './module-worker.ts';
import { SpareProcess } from './spare-process.ts';
import { WorkerQueue } from './worker-queue.ts';

export interface ModuleOptions {
  /** What messages and reports call it. Default: the module as given. */
  readonly source?: string;
  /** How long the module may take to load, in milliseconds. Default: 30 000. */
  readonly startLimitMs?: number;
  /** What `extract` gets beside every page. Default: `{}`. */
  readonly options?: JsonObject;
}

/**
 * An extractor from a TypeScript or JavaScript module that exports its definition by default. `module` is an
 * absolute path or a file URL. The module is loaded in a process of its own, never in the harness.
 *
 * @throws AssayError `usage`: no such file, a module that does not load, or one that is no extractor.
 */
export async function loadModuleExtractor(
  module: string | URL,
  { source = String(module), startLimitMs = START_LIMIT_MS, options = {} }: ModuleOptions = {},
): Promise<Extractor> {
  const url = toFileUrl(module);
  const file = await readModule(url, source);
  const call = { url: url.href, options };
  const process = new ModuleProcess(call);
  const about = await describeModule(process, source, startLimitMs);
  const spare = new SpareProcess(process);
  return {
    ...about,
    driver: 'module',
    source,
    ...(Object.keys(options).length > 0 && { options }),
    fingerprint: fingerprintOf('module', about.version, file, options),
    open: ({ workers, timeoutMs }) => {
      const pool = Array.from({ length: workers }, () => new ModuleWorker(call, timeoutMs, spare.take()));
      return Promise.resolve(openSession(pool, about.accepts));
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
    const message = `${source}: cannot read the extractor module ${fileURLToPath(url)} (${errorCode(cause)})`;
    throw new AssayError('usage', message, { cause });
  }
}

async function describeModule(
  process: ModuleProcess,
  source: string,
  limitMs: number,
): Promise<ModuleDescription> {
  const reply = await process.start(limitMs);
  if (reply.type === 'ready') return reply.about;
  await process.kill();
  throw new AssayError('usage', `${source}: ${loadProblem(reply, limitMs)}`);
}

function loadProblem(reply: Reply<'unusable'>, limitMs: number): string {
  if (reply.type === 'unusable') return reply.problem;
  if (reply.type === 'late') return `the module does not load within ${limitMs} ms`;
  const how = describeEnding(reply.ending);
  return `the process ${how} while the module was loading; import it by itself to see why`;
}

function openSession(pool: readonly ModuleWorker[], accepts: readonly Media[]): ExtractorSession {
  const queue = new WorkerQueue(pool);
  return {
    async extract(page) {
      const reason = skipReason(page, accepts);
      if (reason !== undefined) return { status: 'skipped', reason };
      return queue.run((worker) => worker.extract(page));
    },
    async close() {
      await Promise.all(pool.map((worker) => worker.close()));
    },
  };
}
