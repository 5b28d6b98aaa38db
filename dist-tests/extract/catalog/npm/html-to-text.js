import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = 'html-to-text';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { compile } = requirePeer('html-to-text', PACKAGE);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Its text is for mail: what it does for that and no page says (capitals, addresses, narrow lines) is turned off. */
const convert = compile({
    wordwrap: false,
    selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
        { selector: 'table', options: { uppercaseHeaderCells: false } },
    ],
});
/** All text of a page; no extractor of articles. */
export default defineExtractor({
    name: 'html-to-text',
    version: peerVersion('html-to-text', PACKAGE),
    accepts: ['html'],
    extract: ({ html }) => ({ text: convert(html) }),
});
