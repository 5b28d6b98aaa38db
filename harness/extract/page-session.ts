import type { Outcome } from '../model/extraction.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { Media, Page } from '../model/page.ts';
import type { ProcessPool } from '../process/process-pool.ts';
import type { TouchedFiles } from '../process/touched-files.ts';
import type { ExtractorSession } from './extractor.ts';
import { withoutSecrets } from './hide-secrets.ts';
import { withNetworkHint } from './outcome.ts';
import { variableHint } from './variables.ts';

/** What a driver does with pages. */
export interface PageWork {
  /** What becomes of a page that the extractor accepts. May reject where `close` came in between. */
  readonly extract: (page: Page) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Whether an extractor that accepts `accepts` is given pages of a medium: a web page can be flattened to text. */
export function takesMedia(accepts: readonly Media[], media: Media): boolean {
  return media === 'html' || accepts.includes(media);
}

/**
 * The session of a driver, for an extractor that accepts `accepts`: it skips pages that the extractor does not accept,
 * and rejects pages once it is closed.
 */
export function pageSession(accepts: readonly Media[], { extract, close }: PageWork): ExtractorSession {
  let isClosed = false;
  const refuseIfClosed = (): void => {
    if (isClosed) throw new Error('the session was closed before the page was done');
  };
  return {
    async extract(page) {
      if (!takesMedia(accepts, page.media)) {
        return { status: 'skipped', reason: 'takes web pages only, and this page is plain text' };
      }
      refuseIfClosed();
      try {
        return await extract(page);
      } finally {
        refuseIfClosed();
      }
    },
    close() {
      isClosed = true;
      return close();
    },
  };
}

/** What a driver with processes says of them. */
export interface PoolSettings {
  readonly accepts: readonly Media[];
  readonly network: NetworkAccess;
  /** The environment of the processes. */
  readonly environment: NodeJS.ProcessEnv;
  /** What must not be kept. */
  readonly secrets: readonly string[];
  /** What the processes have to do with, where that is known. */
  readonly files?: TouchedFiles;
}

/** The session of a driver with processes. */
export function poolSession(
  pool: ProcessPool<Page, Outcome>,
  { accepts, network, environment, secrets, files }: PoolSettings,
): ExtractorSession {
  const wasRefused = network.startsWith('refused');
  const extract = async (page: Page): Promise<Outcome> => {
    const outcome = withoutSecrets(await pool.run(page), secrets);
    if (outcome.status !== 'failed') return outcome;
    const hinted = { ...outcome, message: `${outcome.message}${variableHint(outcome.message, environment)}` };
    return wasRefused ? withNetworkHint(hinted) : hinted;
  };
  const work = { extract, close: () => pool.close() };
  return { ...pageSession(accepts, work), ...(files !== undefined && { files }) };
}
