import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
interface HtmlToMarkdown {
  readonly convert: (html: string, options: { readonly extractMetadata: false }) => string;
}

const NAME = 'html-to-markdown-node';

/** All text of a page, without the head of YAML that it would write above it; no extractor of articles. */
export default peerExtractor<HtmlToMarkdown>(NAME, NAME, ({ convert }) => ({ html }) => ({
  markdown: convert(html, { extractMetadata: false }),
}));
