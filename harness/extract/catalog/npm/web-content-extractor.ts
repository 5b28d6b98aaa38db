import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
interface WebContentExtractor {
  readonly extractContent: (html: string) => {
    readonly content: string;
    readonly contentHtmls: readonly string[];
    readonly title?: string;
  };
}

/** Text density by composite (CETD). Its HTML is the fragments of the page that its text is made of. */
export default peerExtractor<WebContentExtractor>(
  'web-content-extractor',
  '@wrtnlabs/web-content-extractor',
  ({ extractContent }) =>
    ({ html }) => {
      const { content, contentHtmls, title } = extractContent(html);
      return { html: contentHtmls.join('\n'), text: content, title: title || null };
    },
);
