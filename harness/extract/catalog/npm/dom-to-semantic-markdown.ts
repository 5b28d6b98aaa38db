import { defineExtractor } from '../../define-extractor.ts';
import { parseDocument } from '../dom.ts';
import { requirePeer, peerVersion } from '../peer-package.ts';

/** What is used of the package. */
interface DomToSemanticMarkdown {
  readonly convertHtmlToMarkdown: (
    html: string,
    options: {
      readonly extractMainContent: true;
      readonly overrideDOMParser: { readonly parseFromString: typeof parseDocument };
    },
  ) => string;
}

const PACKAGE = 'dom-to-semantic-markdown';

// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { convertHtmlToMarkdown } = requirePeer(PACKAGE, PACKAGE) as DomToSemanticMarkdown;

/** The main content of a page as it finds it. Its README has jsdom; this is the faster DOM that Readability gets, too. */
export default defineExtractor({
  name: 'dom-to-semantic-markdown',
  version: peerVersion(PACKAGE, PACKAGE),
  accepts: ['html'],
  extract: ({ html }) => ({
    markdown: convertHtmlToMarkdown(html, {
      extractMainContent: true,
      overrideDOMParser: { parseFromString: parseDocument },
    }),
  }),
});
