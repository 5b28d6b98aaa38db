import { Defuddle } from 'defuddle/node';
import { defineExtractor } from "../define-extractor.js";
import { parseDocument } from "./dom.js";
import { packageVersion } from "./package-version.js";
/** By default it asks the interfaces of X, YouTube, Reddit and others for what a thin page of theirs lacks. */
const OFFLINE = {
    useAsync: false,
    fetch: () => Promise.reject(new Error('extractors get no network')),
};
/** Defuddle, the extractor behind Obsidian's web clipper; with `markdown` as it is clipped. */
export default defineExtractor({
    name: 'defuddle',
    version: packageVersion('defuddle'),
    accepts: ['html'],
    async extract({ html, url }, { markdown = false }) {
        const article = await Defuddle(parseDocument(html), url, { ...OFFLINE, markdown });
        return {
            [markdown ? 'markdown' : 'html']: article.content,
            title: article.title || null,
            // Defuddle does not take several authors apart, so neither is that done for it.
            authors: article.author ? [article.author] : null,
            published: article.published || null,
            publisher: article.site || null,
            language: article.language || null,
        };
    },
});
