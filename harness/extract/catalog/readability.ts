import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { defineExtractor } from '../define-extractor.ts';

const { version } = createRequire(import.meta.url)('@mozilla/readability/package.json') as {
  readonly version: string;
};

/** Readability of Mozilla, the code behind Firefox's reader view. */
export default defineExtractor({
  name: 'readability',
  version,
  accepts: ['html'],
  extract({ html }) {
    // linkedom does not supply the html, head and body that a page may leave out; parse5 does.
    const { document } = parseHTML(serialize(parse(html)));
    const article = new Readability(document).parse();
    if (article === null) return null;
    const byline = article.byline?.trim() ?? '';
    return {
      html: article.content ?? '',
      text: article.textContent ?? '',
      ...given('title', article.title),
      // Readability does not take a byline apart, so neither is that done here.
      ...(byline !== '' && { authors: [byline] }),
      ...given('published', article.publishedTime),
      ...given('publisher', article.siteName),
      ...given('language', article.lang),
    };
  },
});

/** A field, unless there is nothing to put into it. */
function given<F extends string>(field: F, value: string | null | undefined): { [K in F]?: string } {
  return value === null || value === undefined || value.trim() === ''
    ? {}
    : ({ [field]: value } as { [K in F]?: string });
}
