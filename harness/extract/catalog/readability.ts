import { Readability } from '@mozilla/readability';
import { defineExtractor } from '../define-extractor.ts';
import { parseDocument } from './dom.ts';
import { packageVersion } from './package-version.ts';
import { readabilityAnswer } from './readability-answer.ts';

/** Readability of Mozilla, the code behind Firefox's reader view. */
export default defineExtractor({
  name: 'readability',
  version: packageVersion('@mozilla/readability'),
  accepts: ['html'],
  extract: ({ html }) => readabilityAnswer(new Readability(parseDocument(html)).parse()),
});
