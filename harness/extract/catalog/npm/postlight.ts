import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
interface Parser {
  parse(
    url: string,
    options: { readonly html: string; readonly fetchAllPages: false },
  ): Promise<{
    readonly error?: boolean;
    readonly message?: string;
    readonly content?: string | null;
    readonly title?: string | null;
    readonly author?: string | null;
    readonly date_published?: string | null;
  }>;
}

/** Postlight Parser, once Mercury. By default it would fetch the further pages of an article. */
export default peerExtractor<Parser>(
  'postlight',
  '@postlight/parser',
  (parser) =>
    async ({ html, url = 'https://page.invalid/' }) => {
      // A page of no text it would fetch.
      if (html.trim() === '') return null;
      const article = await parser.parse(url, { html, fetchAllPages: false });
      if (article.error === true)
        throw new Error(article.message ?? 'the parser says no more than that it failed');
      return {
        html: article.content ?? '',
        title: article.title || null,
        authors: article.author ? [article.author] : null,
        published: article.date_published || null,
      };
    },
);
