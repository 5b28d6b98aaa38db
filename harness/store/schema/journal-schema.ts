import { listSchema } from '../../gold/json-schema.ts';
import type { JsonSchema } from '../../gold/json-schema.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { PageEncoding } from '../../model/page.ts';
import type { JournalLine, RecordedExtraction, Repeats } from '../run.ts';
import type { PageScore } from '../../model/score.ts';
import { AMOUNT, COUNT, SHARE, SOME, TEXT, byName, described, typedMap } from './typed-map.ts';
import { ENCODING_RULE, FAILURE, UNDEFINED } from './words.ts';

type LineOf<S extends JournalLine['status']> = Extract<JournalLine, { readonly status: S }>;

/** Why a ratio has no value. */
const NO_FIGURE = typedMap<{ readonly undefined: string }>({ undefined: UNDEFINED }, {});

const SCORES = byName(
  typedMap<PageScore>(
    {
      counts: described('whole numbers that the figures follow from', byName(COUNT)),
      figures: byName({ anyOf: [SHARE, NO_FIGURE] }),
    },
    {},
  ),
);

const KEY = {
  corpus: TEXT,
  extractor: TEXT,
  page: described('identifier of the page', TEXT),
  site: TEXT,
};

const ENCODING = described(
  'what the bytes of a web page are read as',
  typedMap<PageEncoding>({ name: TEXT, decidedBy: ENCODING_RULE }, {}),
);
const MS = described('time in the extractor, milliseconds; the median of repetitions', AMOUNT);
const REPEATS = described(
  'what came of it when the page went through more than once',
  typedMap<Repeats>({ runs: SOME, outcomes: SOME }, {}),
);

/** A line of `results.jsonl`. */
export function journalLineSchema(): JsonSchema {
  const extracted = typedMap<LineOf<'extracted'>>(
    { ...KEY, status: { const: 'extracted' }, metrics: SCORES },
    {
      encoding: ENCODING,
      ms: MS,
      memory: described('most resident memory while it had the page, MB of 2^20 bytes', AMOUNT),
      cached: described('answer, time and memory are those of an earlier run', { const: true }),
      repeats: REPEATS,
    },
  );
  const failed = typedMap<LineOf<'failed'>>(
    {
      ...KEY,
      status: { const: 'failed' },
      failure: FAILURE,
      message: TEXT,
      metrics: described('the scores of an empty extraction', SCORES),
    },
    { encoding: ENCODING, ms: MS, repeats: REPEATS },
  );
  const skipped = typedMap<LineOf<'skipped'>>(
    { ...KEY, status: { const: 'skipped' }, reason: TEXT },
    { encoding: ENCODING },
  );
  return { oneOf: [extracted, failed, skipped] };
}

/** A line of `extractions.jsonl.gz`. */
export function extractionLineSchema(): JsonSchema {
  const { site: _site, ...key } = KEY;
  const extraction = typedMap<Extraction>(
    {},
    {
      text: described('plain text, lines for blocks', TEXT),
      html: described('a fragment or document', TEXT),
      markdown: described('CommonMark, with the tables of GitHub', TEXT),
      title: TEXT,
      authors: listSchema(TEXT),
      published: TEXT,
      publisher: TEXT,
      language: TEXT,
    },
  );
  const anyOf = ['text', 'html', 'markdown'].map((name) => ({ required: [name] }));
  return typedMap<RecordedExtraction>({ ...key, extraction: { ...extraction, anyOf } }, {});
}
