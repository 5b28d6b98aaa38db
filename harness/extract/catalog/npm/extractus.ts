import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
interface Extractus {
  readonly extractFromHtml: (
    html: string,
    url?: string,
  ) => Promise<{
    readonly content?: string;
    readonly title?: string;
    readonly author?: string;
    readonly published?: string;
    readonly source?: string;
  } | null>;
}

/** Readability on linkedom with rules of its own before and after; an article under 200 characters is none. */
export default peerExtractor<Extractus>(
  'extractus',
  '@extractus/article-extractor',
  ({ extractFromHtml }) =>
    async ({ html, url }) => {
      const article = await extractFromHtml(html, url);
      if (article === null) return null;
      return {
        html: article.content ?? '',
        title: article.title || null,
        authors: article.author ? [article.author] : null,
        published: article.published || null,
        publisher: article.source || null,
      };
    },
);
