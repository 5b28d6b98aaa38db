/** An extractor that comes with Assay. */
export interface CatalogEntry {
  /** What `--extractor` takes; the same as the `name` of its definition. */
  readonly name: string;
  /** One line for lists. */
  readonly description: string;
  /** Its module, which is run like a user's. */
  readonly module: URL;
  /** As its definition says: known here too, so that the baselines can be named without loading all others. */
  readonly baseline?: true;
}

/** The known extractors, contenders first. A new one is a file beside this one and an entry here. */
export const CATALOG: readonly CatalogEntry[] = [
  {
    name: 'readability',
    description: "Mozilla's Readability, the reader view of Firefox, on linkedom",
    module: new URL('./readability.ts', import.meta.url),
  },
  {
    name: 'defuddle',
    description: "Defuddle, the extractor of Obsidian's web clipper, on linkedom",
    module: new URL('./defuddle.ts', import.meta.url),
  },
  {
    name: 'terminal-punctuation',
    description: 'lines that end a sentence and have five words (the line rules of C4)',
    module: new URL('./terminal-punctuation.ts', import.meta.url),
  },
  {
    name: 'longest-block',
    description: 'the longest run of lines of running text',
    module: new URL('./longest-block.ts', import.meta.url),
  },
  {
    name: 'everything',
    description: 'baseline: all visible text',
    module: new URL('./everything.ts', import.meta.url),
    baseline: true,
  },
  {
    name: 'nothing',
    description: 'baseline: an empty extraction for every page',
    module: new URL('./nothing.ts', import.meta.url),
    baseline: true,
  },
];
