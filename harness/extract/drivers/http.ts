import type { HttpEntry } from '../../model/config.ts';
import type { Page } from '../../model/page.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { loadInputReader } from '../input-reader.ts';
import { stateOf, toJsonObject } from './command-fingerprint.ts';
import { readServiceUrl, resolveHeaders } from './http-headers.ts';
import { httpSession } from './http-session.ts';
import { pageRequest } from './page-request.ts';

/** How often a request is repeated where nobody says otherwise. */
const RETRIES = 3;

/**
 * An extractor that is a service: pages go to it by POST as JSON, `{"id", "url", "html"}`, and come back as an
 * extraction. It is called what its URL says. That it is there is seen page by page.
 *
 * @param folder what the globs of `fingerprint` are relative to
 * @throws AssayError `usage`: no URL, a secret where it would be printed, or a variable that is not set.
 */
export async function loadHttpExtractor(
  entry: HttpEntry,
  { folder, source }: { readonly folder: string; readonly source: string },
): Promise<Extractor> {
  const url = readServiceUrl(entry.http, source);
  const { accepts = ['html'], wants = 'html', version = 'unstated', headers = {}, retries = RETRIES } = entry;
  const sent = resolveHeaders(headers, source);
  // The names of variables, never what they hold.
  const settings = toJsonObject({ url: url.href, headers, accepts, wants });
  const findFingerprint = async (): Promise<string> => {
    const state = await stateOf(entry, folder, source);
    return fingerprintOf('http', version, Buffer.from(state.join('\n')), settings);
  };
  const fingerprint = await findFingerprint();
  return {
    name: `${url.host}${url.pathname === '/' ? '' : url.pathname}`,
    version,
    accepts,
    baseline: false,
    driver: 'http',
    source,
    fingerprint,
    network: 'allowed',
    ...(entry.fingerprint !== undefined && {
      dependence: { settings: [], isUnchanged: async () => (await findFingerprint()) === fingerprint },
    }),
    open: async ({ workers, timeoutMs }) => {
      const readInput = await loadInputReader(accepts);
      const concurrency = Math.min(workers, entry.concurrency ?? workers);
      const requestOf = (page: Page): string => pageRequest(page, wants, readInput);
      return httpSession({ ...sent, url, accepts, concurrency, retries, timeoutMs, requestOf });
    },
  };
}
