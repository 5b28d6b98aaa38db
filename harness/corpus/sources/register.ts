import type { OpenedCorpus } from '../opened-corpus.ts';

/** A public dataset that Assay reads as it lies on disk. */
export interface DatasetSource {
  /** What stands before the colon: `aeb` in `aeb:PATH`. */
  readonly name: string;
  readonly description: string;
  /** @param only the one page that is wanted: of the others no bytes are read, and the digest is not of them */
  open(path: string, only?: string): Promise<OpenedCorpus>;
}

/** Every dataset source, loaded when it is opened. A new one is one file here and one entry in this list. */
export const SOURCES: readonly DatasetSource[] = [
  {
    name: 'aeb',
    description: 'scrapinghub/article-extraction-benchmark',
    open: async (path, only) => (await import('./aeb.ts')).openAeb(path, only),
  },
  {
    name: 'trafilatura',
    description: 'the evaluation data of adbar/trafilatura',
    open: async (path, only) => (await import('./trafilatura.ts')).openTrafilatura(path, only),
  },
  {
    name: 'wcxb',
    description: 'Murrough-Foley/web-content-extraction-benchmark',
    open: async (path, only) => (await import('./wcxb.ts')).openWcxb(path, only),
  },
  {
    name: 'readability',
    description: 'the test pages of mozilla/readability',
    open: async (path, only) => (await import('./readability.ts')).openReadability(path, only),
  },
  {
    name: 'webmainbench',
    description: 'opendatalab/WebMainBench',
    open: async (path) => (await import('./webmainbench.ts')).openWebMainBench(path),
  },
  {
    name: 'wceb',
    description: 'chatnoir-eu/web-content-extraction-benchmark',
    open: async (path, only) => (await import('./wceb.ts')).openWceb(path, only),
  },
];
