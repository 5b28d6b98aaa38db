/**
 * The fields of an extraction: the one place that states them. The type, the check of what extractors answer and the
 * JSON Schemas follow from it. `text` is one text, `texts` a list of them; `about` is for people.
 */
export const EXTRACTION_FIELDS = {
  /** The extractor's own plain text, lines for blocks. */
  text: { holds: 'text', about: 'plain text, lines for blocks' },
  /** An HTML fragment or document. */
  html: { holds: 'text', about: 'a fragment or document' },
  /** CommonMark, with the tables of GitHub. */
  markdown: { holds: 'text', about: 'CommonMark, with the tables of GitHub' },
  title: { holds: 'text', about: 'the title of the article' },
  published: { holds: 'text', about: 'the date of publication, as the page writes it or in ISO 8601' },
  publisher: { holds: 'text', about: 'the name of the publication' },
  language: { holds: 'text', about: 'a code such as en' },
  /** Their names, in the order of the page. */
  authors: { holds: 'texts', about: 'names, in the order of the page' },
} as const satisfies Readonly<Record<string, { readonly holds: 'text' | 'texts'; readonly about: string }>>;

type Fields = typeof EXTRACTION_FIELDS;

/** What came out of a page. At least one of `text`, `html` and `markdown` is there. */
export type Extraction = {
  readonly [F in keyof Fields]?: Fields[F]['holds'] extends 'texts' ? readonly string[] : string;
};

/** Why a page has no extraction. A failure belongs to its page and scores as an empty extraction. */
export type FailureKind =
  /** Not done within the time limit. */
  | 'timeout'
  /** The process ended before it answered. */
  | 'crashed'
  /** The process had more memory than it may have, or its heap was full. */
  | 'out-of-memory'
  /** The extractor threw or rejected. */
  | 'threw'
  /** It answered something that is no extraction. */
  | 'bad-output'
  /** It answered more than is taken from one page. */
  | 'too-large'
  /** There is no answer to be had: nothing recorded for this page, a service that is not there. */
  | 'unavailable'
  /** The page or what came out is more than can be scored, or scoring it took too much time or memory. */
  | 'unscorable';

/** What became of one page in the hands of one extractor. */
export type Outcome =
  | {
      readonly status: 'extracted';
      readonly extraction: Extraction;
      /** Time in the extractor alone, in milliseconds; absent where it was recorded elsewhere. */
      readonly ms?: number;
      /** Most resident memory of its process while it had the page, megabytes; absent where that is not seen. */
      readonly memoryMb?: number;
      /** It is the answer of an earlier run, with the time and memory of then. */
      readonly isCached?: true;
    }
  | {
      readonly status: 'failed';
      readonly failure: FailureKind;
      readonly message: string;
      /** Where an extractor module threw: the frames outside of Node and the harness, a line each; absent if not known. */
      readonly stack?: string;
      /** The end of what an extractor module wrote to its standard error and output for this page; absent if nothing. */
      readonly output?: string;
      readonly ms?: number;
    }
  | { readonly status: 'skipped'; readonly reason: string };
