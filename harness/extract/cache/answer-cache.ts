import { join } from 'node:path';
import type { Extractor, ExtractorSession, SessionOptions } from '../extractor.ts';
import { extractorKey } from './cache-key.ts';
import type { CacheConditions } from './cache-key.ts';
import { cachedSession } from './cached-session.ts';
import { FileStates } from './file-states.ts';
import { KeptAnswers } from './kept-answers.ts';

/** The folder of the cache, below the working directory. */
export const CACHE_FOLDER = join('.assay', 'cache');

/**
 * Answers of earlier runs. A module is answered for where every file that its process loaded or opened is what it was
 * then, a command or service where the configuration gives a `fingerprint`; and where its options, limits and own file,
 * the page and what the server said of it, Node's and Assay's versions are the same. A process that has the network is
 * a matter of its `fingerprint` too. Several runs may use one folder at once; one that cannot be written keeps nothing.
 */
export class AnswerCache {
  readonly #folder: string;
  readonly #conditions: Pick<CacheConditions, 'assayVersion' | 'node'>;
  readonly #states: FileStates;

  constructor(
    folder: string,
    conditions: Pick<CacheConditions, 'assayVersion' | 'node'>,
    states = new FileStates(),
  ) {
    this.#folder = folder;
    this.#conditions = conditions;
    this.#states = states;
  }

  /** Opens a session with the extractor that asks the cache first; where its answers may not be kept, a plain one. */
  async open(
    extractor: Extractor,
    options: SessionOptions & { readonly memoryMb: number },
  ): Promise<ExtractorSession> {
    const session = await extractor.open(options);
    const key = extractorKey(extractor, { ...this.#conditions, ...options });
    if (key === undefined) return session;
    return cachedSession(session, new KeptAnswers(join(this.#folder, key), extractor, this.#states));
  }
}
