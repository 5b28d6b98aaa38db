/** What came out of a page. At least one of `text`, `html` and `markdown` is there. */
export interface Extraction {
  /** The extractor's own plain text, lines for blocks. */
  readonly text?: string;
  /** An HTML fragment or document. */
  readonly html?: string;
  /** CommonMark, with the tables of GitHub. */
  readonly markdown?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
}

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
  | 'unavailable';

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
      readonly ms?: number;
    }
  | { readonly status: 'skipped'; readonly reason: string };
