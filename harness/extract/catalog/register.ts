/** An extractor that comes with Assay. */
export interface CatalogEntry {
  /** What `--extractor` takes; the same as the `name` of its definition. */
  readonly name: string;
  /** One line for lists. */
  readonly description: string;
  /** Its module, which is run like a user's. */
  readonly module: URL;
}

/** The known extractors, contenders first. A new one is a file beside this one and a line here. */
export const CATALOG: readonly CatalogEntry[] = [
  entry('readability', "Mozilla's Readability, the reader view of Firefox, on linkedom"),
  entry('terminal-punctuation', 'lines that end a sentence and have five words (the line rules of C4)'),
  entry('longest-block', 'the longest run of lines of running text'),
  entry('everything', 'baseline: all visible text'),
  entry('nothing', 'baseline: an empty extraction for every page'),
];

function entry(name: string, description: string): CatalogEntry {
  return { name, description, module: new URL(`${name}.ts`, import.meta.url) };
}
