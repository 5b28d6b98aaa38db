import { defineExtractor } from "../define-extractor.js";
/** Returns the page as it is, so that all its visible text counts: what recall costs without any choice. */
export default defineExtractor({
    name: 'everything',
    version: '1',
    accepts: ['html', 'text'],
    baseline: true,
    extract: (input) => (input.media === 'html' ? { html: input.html } : { text: input.text }),
});
