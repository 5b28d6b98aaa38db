import { parseDocument } from '../dom.ts';
import { peerExtractor } from '../peer-package.ts';

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

const NAME = 'dom-to-semantic-markdown';

/** The main content of a page as it finds it. Its README has jsdom; this is the faster DOM that Readability gets, too. */
export default peerExtractor<DomToSemanticMarkdown>(
  NAME,
  NAME,
  ({ convertHtmlToMarkdown }) =>
    ({ html }) => ({
      markdown: convertHtmlToMarkdown(html, {
        extractMainContent: true,
        overrideDOMParser: { parseFromString: parseDocument },
      }),
    }),
);
