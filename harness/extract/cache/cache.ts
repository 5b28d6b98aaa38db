import { join } from 'node:path';
import type { Extractor, ExtractorSession, SessionOptions } from '../extractor.ts';
import { extractorKey } from './cache-key.ts';
import type { CacheConditions, CacheLimits } from './cache-key.ts';
import { cachedSession } from './cached-session.ts';
import { FileStates } from './file-states.ts';
import { KeptAnswers } from './kept-answers.ts';
import { KeptDescriptions } from './kept-descriptions.ts';

/** The folder of the cache, below the working directory. */
export const CACHE_FOLDER = join('.assay', 'cache');

/** The folders in the folder of the cache, by what they hold. */
export const SUBFOLDERS = { answers: 'answers', descriptions: 'modules', scores: 'scores' } as const;

/**
 * What earlier runs found out. An extractor's answer counts for a module where every file that its process loaded or
 * opened is what it was then, for a command or service where the configuration gives a `fingerprint`; and where its options,
 * limits and own file, the page and what the server said of it, Node's and Assay's versions are the same. A process
 * that has the network is a matter of its `fingerprint` too. Several runs may use one folder at once; one that cannot be
 * written keeps nothing.
 */
export class Cache {
  readonly folder: string;
  readonly states: FileStates;
  /** What modules say of themselves. */
  readonly descriptions: KeptDescriptions;
  readonly #conditions: CacheConditions;

  constructor(folder: string, conditions: CacheConditions, states = new FileStates()) {
    this.folder = folder;
    this.states = states;
    this.descriptions = new KeptDescriptions(join(folder, SUBFOLDERS.descriptions), conditions, states);
    this.#conditions = conditions;
  }

  /** Opens a session with the extractor that asks the cache first; where its answers may not be kept, a plain one. */
  async open(extractor: Extractor, options: SessionOptions & CacheLimits): Promise<ExtractorSession> {
    const session = await extractor.open(options);
    const key = extractorKey(extractor, this.#conditions, options);
    if (key === undefined) return session;
    const folder = join(this.folder, SUBFOLDERS.answers, key);
    return cachedSession(session, new KeptAnswers(folder, extractor, this.states));
  }
}
