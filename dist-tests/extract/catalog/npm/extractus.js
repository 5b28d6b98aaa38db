import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = '@extractus/article-extractor';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { extractFromHtml } = requirePeer('extractus', PACKAGE);
/** Readability on linkedom with rules of its own before and after; an article under 200 characters is none. */
export default defineExtractor({
    name: 'extractus',
    version: peerVersion('extractus', PACKAGE),
    accepts: ['html'],
    async extract({ html, url }) {
        const article = await extractFromHtml(html, url);
        if (article === null)
            return null;
        return {
            html: article.content ?? '',
            title: article.title || null,
            authors: article.author ? [article.author] : null,
            published: article.published || null,
            publisher: article.source || null,
        };
    },
});
