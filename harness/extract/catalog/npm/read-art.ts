import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
type ReadArt = (
  options: { readonly html: string; readonly output: 'text' },
  done: (
    error: Error | string | null,
    article?: { readonly content?: string; readonly title?: string },
  ) => void,
) => void;

/** Arc90's Readability on cheerio. Given a page it fetches nothing. */
export default peerExtractor<ReadArt>('read-art', 'read-art', (readArt) => ({ html }) => {
  // Without a page it would look for an address.
  if (html.trim() === '') return null;
  return new Promise((resolve, reject) => {
    readArt({ html, output: 'text' }, (error, article) => {
      if (error) reject(error instanceof Error ? error : new Error(error));
      else resolve({ text: article?.content ?? '', title: article?.title || null });
    });
  });
});
