import type { Page } from '../../model/page.ts';
import type { Extractor, SessionOptions } from '../extractor.ts';
import { digestOf, sha256 } from '../../util/sha256.ts';

/**
 * What the harness itself has to do with an answer: how pages are decoded and put to extractors, and how what they say is
 * read. Raised when that changes. (What a module's process loads is seen without that.)
 */
const INPUT_FORMAT = 1;

/** The programs that everything in the cache depends on. */
export interface CacheConditions {
  readonly assayVersion: string;
  /** `process.versions.node` of the harness, which its children share. */
  readonly node: string;
}

/** The limits of a session, under which an answer came. */
export type CacheLimits = Required<Pick<SessionOptions, 'timeoutMs' | 'memoryMb'>>;

/** The key of an extractor under some conditions, 64 hex digits; undefined where its answers may not be kept. */
export function extractorKey(
  { driver, fingerprint, accepts, network, dependence }: Extractor,
  { assayVersion, node }: CacheConditions,
  { timeoutMs, memoryMb }: CacheLimits,
): string | undefined {
  if (dependence === undefined) return undefined;
  const machine = [node, process.platform, process.arch];
  const limits = [timeoutMs, memoryMb];
  return sha256(
    JSON.stringify([
      'assay/cache@1',
      INPUT_FORMAT,
      assayVersion,
      machine,
      limits,
      driver,
      fingerprint,
      accepts,
      network,
      dependence.settings,
    ]),
  );
}

/** The key of a page, 64 hex digits: of all that an extractor may get of it. */
export function pageKey({ id, media, bytes, url, contentType }: Page): string {
  return sha256(JSON.stringify([id, media, url ?? null, contentType ?? null, digestOf(bytes)]));
}
