import { Readability } from '@mozilla/readability';
import { defineExtractor } from '../define-extractor.ts';
import { parseDocument } from './dom.ts';
import { packageVersion } from './package-version.ts';

/** Readability of Mozilla, the code behind Firefox's reader view. */
export default defineExtractor({
  name: 'readability',
  version: packageVersion('@mozilla/readability'),
  accepts: ['html'],
  extract({ html }) {
    const article = new Readability(parseDocument(html)).parse();
    if (article === null) return null;
    return {
      html: article.content,
      text: article.textContent,
      title: article.title,
      // Readability does not take a byline apart, so neither is that done for it.
      authors: article.byline ? [article.byline] : null,
      published: article.publishedTime,
      publisher: article.siteName,
      language: article.lang,
    };
  },
});
