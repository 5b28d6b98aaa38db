import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AssayError } from '../../model/error.ts';
import type { Media } from '../../model/page.ts';
import type { Extractor, ExtractorSession, SessionOptions } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { skipReason } from '../prepare-input.ts';
import { describeEnding } from './module-outcome.ts';
import { ModuleProcess } from './module-process.ts';
import type { ModuleDescription } from './module-protocol.ts';
import { ModuleWorker, START_LIMIT_MS } from './module-worker.ts';
import { WorkerQueue } from './worker-queue.ts';

export interface ModuleOptions {
  /** What messages and reports call it. Default: the module as given. */
  readonly source?: string;
  /** How long the module may take to load, in milliseconds. Default: 30 000. */
  readonly startLimitMs?: number;
}

const EXPECTED =
  'an extractor module ends in "export default defineExtractor({ name, version, accepts, extract })"';

/**
 * An extractor from a TypeScript or JavaScript module that exports its definition by default. `module` is an
 * absolute path or a file URL. The module is loaded in a process of its own, never in the harness.
 *
 * @throws AssayError `usage`: no such file, a module that does not load, or one that is no extractor.
 */
export async function loadModuleExtractor(
  module: string | URL,
  { source = String(module), startLimitMs = START_LIMIT_MS }: ModuleOptions = {},
): Promise<Extractor> {
  const url = toFileUrl(module);
  const file = await readModule(url, source);
  const about = await describeModule(url.href, source, startLimitMs);
  return {
    ...about,
    driver: 'module',
    source,
    fingerprint: fingerprintOf('module', about.version, file),
    open: (options) => Promise.resolve(openSession(url.href, about.accepts, options)),
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
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const message = `${source}: cannot read the extractor module ${fileURLToPath(url)} (${code})`;
    throw new AssayError('usage', message, { cause });
  }
}

async function describeModule(
  moduleUrl: string,
  source: string,
  limitMs: number,
): Promise<ModuleDescription> {
  const process = new ModuleProcess(moduleUrl);
  const reply = await process.start(limitMs);
  await process.kill();
  switch (reply.type) {
    case 'ready':
      return reply.about;
    case 'unusable':
      throw new AssayError('usage', `${source}: ${reply.problem}; ${EXPECTED}`);
    case 'late':
      throw new AssayError('usage', `${source}: the module does not load within ${limitMs} ms`);
    case 'ended':
      throw new AssayError(
        'usage',
        `${source}: while the module was loading, its process ${describeEnding(reply.ending)}`,
      );
  }
}

function openSession(
  moduleUrl: string,
  accepts: readonly Media[],
  { workers, timeoutMs }: SessionOptions,
): ExtractorSession {
  const pool = Array.from({ length: workers }, () => new ModuleWorker(moduleUrl, timeoutMs));
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
