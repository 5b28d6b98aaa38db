import { excessOfExtraction } from '../document/excess.ts';
import type { Extraction } from '../model/extraction.ts';
import { AssayError } from '../util/error.ts';

/**
 * Refuses an extraction that has more than is scored, before anything is made of it. In a run this is the failure
 * `unscorable` of its page.
 *
 * @throws AssayError `bad-input`
 */
export function refuseExcess(extraction: Extraction): void {
  const excess = excessOfExtraction(extraction);
  if (excess === undefined) return;
  const fix = 'let the extractor return the article alone';
  throw new AssayError('bad-input', `the extraction has ${excess}; ${fix}`);
}
