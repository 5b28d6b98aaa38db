import type { OpenedCorpus } from '../opened-corpus.ts';
import { openAeb } from './aeb.ts';
import { openReadability } from './readability.ts';
import { openTrafilatura } from './trafilatura.ts';
import { openWceb } from './wceb.ts';
import { openWcxb } from './wcxb.ts';
import { openWebMainBench } from './webmainbench.ts';

/** A public dataset that Assay reads as it lies on disk. */
export interface DatasetSource {
  /** What stands before the colon: `aeb` in `aeb:PATH`. */
  readonly name: string;
  readonly description: string;
  open(path: string): Promise<OpenedCorpus>;
}

/** Every dataset source. A new one is one file here and one entry in this list. */
export const SOURCES: readonly DatasetSource[] = [
  { name: 'aeb', description: 'scrapinghub/article-extraction-benchmark', open: openAeb },
  { name: 'trafilatura', description: 'the evaluation data of adbar/trafilatura', open: openTrafilatura },
  { name: 'wcxb', description: 'Murrough-Foley/web-content-extraction-benchmark', open: openWcxb },
  { name: 'readability', description: 'the test pages of mozilla/readability', open: openReadability },
  { name: 'webmainbench', description: 'opendatalab/WebMainBench', open: openWebMainBench },
  { name: 'wceb', description: 'chatnoir-eu/web-content-extraction-benchmark', open: openWceb },
];
