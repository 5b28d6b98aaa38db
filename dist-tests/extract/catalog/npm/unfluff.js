import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = 'unfluff';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const unfluff = requirePeer('unfluff', PACKAGE);
/** Goose in CoffeeScript; stop words are those of the language that the page says. */
export default defineExtractor({
    name: 'unfluff',
    version: peerVersion('unfluff', PACKAGE),
    accepts: ['html'],
    extract({ html }) {
        const { text = '', title, author, date, publisher, lang } = unfluff(html);
        return {
            text,
            title: title || null,
            authors: author?.filter(Boolean) ?? null,
            published: date || null,
            publisher: publisher || null,
            language: lang || null,
        };
    },
});
