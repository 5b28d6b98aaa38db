import { defineExtractor } from "../define-extractor.js";
/** Returns nothing: what pages without an article are worth, and what every figure is at its lowest. */
export default defineExtractor({
    name: 'nothing',
    version: '1',
    accepts: ['html', 'text'],
    baseline: true,
    extract: () => null,
});
