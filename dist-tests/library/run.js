/**
 * Runs extractors over corpora, as `assay run` does: each extractor in processes of its own. Leaves a run folder with
 * everything behind the figures, and gives its path, the summary and every page's line.
 *
 * ```ts
 * const { summary, folder } = await run({ extractors: ['./src/mine.ts', 'readability'], corpora: ['./test/corpus'] });
 * ```
 *
 * @throws AssayError `usage` or `bad-input`, saying what is wrong with the settings, the configuration or a corpus.
 * Faults of an extractor are results, not errors.
 */
export async function run(settings = {}) {
    // Loaded when it is called: extractors import this library too, and need none of it.
    const { runWith } = await import("./run-with.js");
    return runWith(settings);
}
