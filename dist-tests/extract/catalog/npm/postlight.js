import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = '@postlight/parser';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const parser = requirePeer('postlight', PACKAGE);
/** Postlight Parser, once Mercury. By default it would fetch the further pages of an article. */
export default defineExtractor({
    name: 'postlight',
    version: peerVersion('postlight', PACKAGE),
    accepts: ['html'],
    async extract({ html, url = 'https://page.invalid/' }) {
        // A page of no text it would fetch.
        if (html.trim() === '')
            return null;
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
});
