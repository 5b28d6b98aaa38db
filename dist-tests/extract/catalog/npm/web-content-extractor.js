import { defineExtractor } from "../../define-extractor.js";
import { requirePeer, peerVersion } from "../peer-package.js";
const PACKAGE = '@wrtnlabs/web-content-extractor';
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { extractContent } = requirePeer('web-content-extractor', PACKAGE);
/** Text density by composite (CETD). Its HTML is the fragments of the page that its text is made of. */
export default defineExtractor({
    name: 'web-content-extractor',
    version: peerVersion('web-content-extractor', PACKAGE),
    accepts: ['html'],
    extract({ html }) {
        const { content, contentHtmls, title } = extractContent(html);
        return { html: contentHtmls.join('\n'), text: content, title: title || null };
    },
});
