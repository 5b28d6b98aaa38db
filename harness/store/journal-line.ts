import { z } from 'zod';
import { MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from '../explain/classes.ts';
import { extractionFields } from '../model/extraction-format.ts';
import type { Difficulty, EncodingRule } from '../model/page.ts';
import type { ReadonlyDeep } from '../util/shape.ts';
import {
  amount,
  byName,
  count,
  failure,
  pageCount,
  share,
  some,
  somePageCount,
  text,
  undefinedReason,
  word,
} from './format-parts.ts';

const key = {
  corpus: text,
  extractor: text,
  page: text.describe('identifier of the page'),
};

const encoding = z.object({
  name: text,
  decidedBy: word<EncodingRule>({
    bom: 'a byte order mark',
    'content-type': 'charset of the content type that was sent',
    meta: 'a meta element',
    xml: 'an XML declaration',
    'valid-utf-8': 'nothing declared, and the bytes are valid UTF-8',
    default: 'nothing declared, and they are not: windows-1252',
  }),
});

/** Values that pages are grouped by; what has not been labelled is absent. */
const slices = z
  .object({
    kind: text,
    language: text.describe('BCP 47 tag'),
    script: text.describe('the script of most letters of the gold'),
    traits: z.array(text),
    split: text,
    difficulty: word<Difficulty>({
      easy: 'easy by the judgement of the dataset',
      medium: 'of medium difficulty by the judgement of the dataset',
      hard: 'hard by the judgement of the dataset',
    }),
  })
  .exactPartial();

/** What the harness knows of the page itself, the same for every extractor. */
const page = {
  site: text,
  /** Absent in folders of Assay 0.1.0, as are the slices. */
  digest: text.describe('of page and gold: the first 16 hexadecimal digits of their SHA-256').exactOptional(),
  slices: slices.describe('what the page is grouped by').exactOptional(),
  /** Absent for a page of plain text, which is UTF-8 by definition. */
  encoding: encoding.describe('what the bytes of a web page are read as').exactOptional(),
};

const scores = byName(
  z.object({
    counts: byName(pageCount).describe('whole numbers that the figures follow from'),
    figures: byName(z.union([share, z.object({ undefined: undefinedReason })])),
  }),
);

export const explanation = z.object({
  verdict: word(VERDICTS).describe('what is wrong with the extraction as a whole').exactOptional(),
  surplus: z.partialRecord(word(SURPLUS_CLASSES), somePageCount),
  missing: z.partialRecord(word(MISSING_CLASSES), somePageCount),
});

/** Absent where nothing is, and in folders of Assay 0.1.0. */
const explained = explanation
  .describe('what is surplus and missing, in tokens, or in snippets where gold is snippets, by class')
  .exactOptional();

/** Absent for recorded output. */
const ms = amount.describe('time in the extractor, milliseconds; the median of repetitions').exactOptional();

const repeats = z.object({
  runs: some,
  /** Different outcomes, 1 … `runs`; failures differ by kind. */
  outcomes: some,
});
const repeated = repeats
  .describe('what came of it when the page went through more than once')
  .exactOptional();

const place = z.object({ offset: count, length: some });

const extracted = z.object({
  ...key,
  ...page,
  status: z.literal('extracted'),
  ms,
  /** Absent where it was not seen. */
  memory: amount.describe('most resident memory while it had the page, MB of 2^20 bytes').exactOptional(),
  empty: z.literal(true).describe('what was returned holds no letter and no digit').exactOptional(),
  cached: z.literal(true).describe('answer, time and memory are those of an earlier run').exactOptional(),
  repeats: repeated,
  /** Absent in folders of Assay 0.1.0. The offset follows the order in which pages finished, as no other member does. */
  extraction: place
    .describe('where extractions.jsonl.gz holds what was returned: a gzip member of its own, in bytes')
    .exactOptional(),
  explained,
  metrics: scores,
});

const failed = z.object({
  ...key,
  ...page,
  status: z.literal('failed'),
  failure,
  message: text,
  stack: text
    .describe('where a module threw: frames outside of Node and the harness, a line each')
    .exactOptional(),
  output: text
    .describe('the end of what a module wrote to its standard error and output for the page')
    .exactOptional(),
  ms,
  repeats: repeated,
  explained,
  metrics: scores.describe('the scores of an empty extraction'),
});

const skipped = z.object({ ...key, ...page, status: z.literal('skipped'), reason: text });

/** A line of `results.jsonl`. */
export const journalLine = z.discriminatedUnion('status', [extracted, failed, skipped]);

const extraction = z
  .object(extractionFields())
  .exactPartial()
  .refine((fields) => (fields.text ?? fields.html ?? fields.markdown) !== undefined, 'text, html or markdown')
  .meta({ anyOf: ['text', 'html', 'markdown'].map((name) => ({ required: [name] })) });

/** A line of `extractions.jsonl.gz`. */
export const recordedExtraction = z.object({ ...key, extraction });

/** A line of `results.jsonl`: one extractor on one page. */
export type JournalLine = ReadonlyDeep<z.infer<typeof journalLine>>;
/** A line of `extractions.jsonl.gz`: what an extractor returned for a page. */
export interface RecordedExtraction extends ReadonlyDeep<z.infer<typeof recordedExtraction>> {}
/** Which extractor on which page. */
export interface JournalKey extends Pick<JournalLine, 'corpus' | 'extractor' | 'page' | 'site'> {}
/** What the harness knows of the page itself, whatever became of it: the same for every extractor. */
export interface JournalPage extends Pick<JournalLine, 'digest' | 'slices' | 'encoding'> {}
/** What came of it when a page went through an extractor more than once. */
export interface Repeats extends ReadonlyDeep<z.infer<typeof repeats>> {}
