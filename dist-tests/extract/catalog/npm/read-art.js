import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = 'read-art';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const readArt = requirePeer('read-art', PACKAGE);
/** Arc90's Readability on cheerio. Given a page it fetches nothing. */
export default defineExtractor({
    name: 'read-art',
    version: peerVersion('read-art', PACKAGE),
    accepts: ['html'],
    extract({ html }) {
        // Without a page it would look for an address.
        if (html.trim() === '')
            return null;
        return new Promise((resolve, reject) => {
            readArt({ html, output: 'text' }, (error, article) => {
                if (error)
                    reject(error instanceof Error ? error : new Error(error));
                else
                    resolve({ text: article?.content ?? '', title: article?.title || null });
            });
        });
    },
});
