/** The library: what an extractor's repository imports. */
export { defineExtractor } from './extract/define-extractor.ts';
export type {
  ExtractorDefinition,
  ExtractorInput,
  HtmlInput,
  TextInput,
} from './extract/define-extractor.ts';
export type { Extraction } from './model/extraction.ts';
export type { Media } from './model/page.ts';
