import { Readability } from '@mozilla/readability';
import { defineExtractor } from '../../define-extractor.ts';
import { packageVersion } from '../package-version.ts';
import { requirePeer } from '../peer-package.ts';
import { readabilityAnswer } from '../readability-answer.ts';

/** What is used of jsdom. */
interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: object,
  ) => { readonly window: { readonly document: Document; close(): void } };
  readonly VirtualConsole: new () => object;
}

type Document = ConstructorParameters<typeof Readability>[0];

// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { JSDOM, VirtualConsole } = requirePeer('readability-jsdom', 'jsdom') as Jsdom;

/**
 * Readability on the DOM of jsdom, which is nearer to a browser's and slower than linkedom. No script runs and nothing is
 * fetched. Without a URL it is given one, as links have to lead somewhere.
 */
export default defineExtractor({
  name: 'readability-jsdom',
  version: packageVersion('@mozilla/readability'),
  accepts: ['html'],
  extract({ html, url = 'https://page.invalid/' }) {
    // What is wrong with style sheets is nobody's concern.
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    try {
      return readabilityAnswer(new Readability(window.document).parse());
    } finally {
      window.close();
    }
  },
});
