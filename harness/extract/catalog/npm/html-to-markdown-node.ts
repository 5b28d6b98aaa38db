import { defineExtractor } from '../../define-extractor.ts';
import { requirePeer, peerVersion } from '../peer-package.ts';

/** What is used of the package. */
interface HtmlToMarkdown {
  readonly convert: (html: string, options: { readonly extractMetadata: false }) => string;
}

const PACKAGE = 'html-to-markdown-node';

// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { convert } = requirePeer('html-to-markdown-node', PACKAGE) as HtmlToMarkdown;

/** All text of a page, without the head of YAML that it would write above it; no extractor of articles. */
export default defineExtractor({
  name: 'html-to-markdown-node',
  version: peerVersion('html-to-markdown-node', PACKAGE),
  accepts: ['html'],
  extract: ({ html }) => ({ markdown: convert(html, { extractMetadata: false }) }),
});
