import type { Outcome } from '../model/extraction.ts';
import type { JsonObject } from '../util/json.ts';
import type { Isolation } from '../model/isolation.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { Corpus, Media, Page } from '../model/page.ts';
import type { TouchedFiles } from '../process/touched-files.ts';

/** How an extractor is run. */
export type DriverName = 'module' | 'command' | 'http' | 'recorded';

/** Memory that the process of an extractor may have by default, in megabytes. */
export const DEFAULT_MEMORY_MB = 2048;

/**
 * How long the process of an extractor may take until it takes pages by default, in milliseconds: far
 * beyond what any needs on a busy machine.
 */
export const DEFAULT_START_LIMIT_MS = 30_000;

/** An extractor as the runner works with it, whatever is behind it. */
export interface Extractor {
  readonly name: string;
  /** As the extractor states it; `unrecorded` where recorded output states none, `unstated` elsewhere. */
  readonly version: string;
  /** Not empty. */
  readonly accepts: readonly Media[];
  /** Shown in tables, never ranked. */
  readonly baseline: boolean;
  readonly driver: DriverName;
  /** What the user named: a name of the catalogue, a path, `cmd:COMMAND`, a URL, `recorded:PATH`. */
  readonly source: string;
  /** What a module gets beside every page, where the configuration says so. */
  readonly options?: JsonObject;
  /**
   * SHA-256, lower-case hex, over the driver, the stated version, the options or settings, and the bytes of the
   * extractor's own file (`module`), of the recorded output (`recorded`), of the files that a command's words name and
   * of what `fingerprint` of the configuration names (`command`, `http`). It does not cover what these import: equal
   * fingerprints do not prove equal output. No secret is in it.
   */
  readonly fingerprint: string;
  /** How far it is kept from the network on this machine. */
  readonly network: NetworkAccess;
  /** How far its processes are kept from this machine; absent where it has none. */
  readonly isolation?: Isolation;
  /** How it is known that an answer would be the same again, so that it may be kept; absent: it is not known. */
  readonly dependence?: Dependence;
  /**
   * Recorded output alone: refuses corpora of which it holds no page.
   *
   * @throws AssayError `usage`
   */
  checkPages?(corpora: readonly Pick<Corpus, 'name' | 'pages'>[]): void;
  /** Makes ready to extract. Processes are started when pages come, not here. */
  open(options: SessionOptions): Promise<ExtractorSession>;
}

/** What the answers of an extractor depend on, beside its fingerprint and the files that its sessions name. */
export interface Dependence {
  readonly settings: readonly string[];
  /** Whether the fingerprint is still what it was; absent where it covers nothing that sessions do not name. */
  isUnchanged?(): Promise<boolean>;
}

/** How an extractor is set to work. */
export interface SessionOptions {
  /** How many pages may be in work at the same time, at least 1. */
  readonly workers: number;
  /** Time limit for one page in milliseconds, from its hand-over to its answer; 1 to 2^31 - 1. */
  readonly timeoutMs: number;
  /**
   * Resident memory that a process and all that it starts may have, in megabytes of 2^20 bytes, at least 1; seen
   * where there is `/proc`. Default: `DEFAULT_MEMORY_MB`.
   */
  readonly memoryMb?: number;
  /** The corpus that the pages are of, for recorded output that holds several. */
  readonly corpus?: string;
}

/** An extractor at work. Whoever opens a session closes it: until then it may hold processes. */
export interface ExtractorSession {
  /** The files that its processes had to do with so far, where that is known. */
  readonly files?: TouchedFiles;
  /**
   * What became of the page. May be called again before earlier calls are done; pages beyond the number of
   * workers wait, and waiting does not count as the page's time. Every fault of the extractor is an outcome;
   * it rejects only where the harness itself failed, or was closed under the page.
   */
  extract(page: Page): Promise<Outcome>;
  /** Ends every process of the session and resolves when they are gone. Further calls do nothing. */
  close(): Promise<void>;
}

/** The longest time limit, in milliseconds: with the time to start, a timer of Node takes no more. */
export const LONGEST_TIMEOUT_MS = 2 ** 30;
