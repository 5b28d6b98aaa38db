import { Readability } from '@mozilla/readability';
import { defineExtractor } from "../../define-extractor.js";
import { packageVersion } from "../package-version.js";
import { requirePeer } from "../peer-package.js";
import { readabilityAnswer } from "../readability-answer.js";
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { JSDOM, VirtualConsole } = requirePeer('readability-jsdom', 'jsdom');
/**
 * Readability on the DOM of jsdom, which is nearer to a browser's and slower than linkedom. No script runs and nothing is
 * fetched. Without a URL it is given one, as links have to lead somewhere.
 */
export default defineExtractor({
    name: 'readability-jsdom',
    version: packageVersion('@mozilla/readability'),
    accepts: ['html'],
    extract({ html, url = 'https://page.invalid/' }) {
        // What is wrong with style sheets is nobody's concern.
        const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
        try {
            return readabilityAnswer(new Readability(window.document).parse());
        }
        finally {
            window.close();
        }
    },
});
