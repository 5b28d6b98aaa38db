import { Readability } from '@mozilla/readability';
import { defineExtractor } from "../define-extractor.js";
import { parseDocument } from "./dom.js";
import { packageVersion } from "./package-version.js";
import { readabilityAnswer } from "./readability-answer.js";
/** Readability of Mozilla, the code behind Firefox's reader view. */
export default defineExtractor({
    name: 'readability',
    version: packageVersion('@mozilla/readability'),
    accepts: ['html'],
    extract: ({ html }) => readabilityAnswer(new Readability(parseDocument(html)).parse()),
});
