/**
 * Opens a corpus to read its pages and gold: a name of the configuration, `builtin`, a folder, or a dataset such as
 * `aeb:PATH`. All gold is checked first; pages are read one at a time.
 *
 * ```ts
 * const corpus = await openCorpus('./test/corpus');
 * for (const reference of corpus.pages) {
 *   const { page, gold } = await corpus.read(reference);
 * }
 * ```
 *
 * @param config as in `RunSettings`
 * @throws AssayError `bad-input` with what is wrong with the corpus, `usage` for one that nobody knows.
 */
export async function openCorpus(corpus, config) {
    const { loadConfig } = await import("../config/load-config.js");
    const { openCorpora } = await import("../config/open-corpora.js");
    const [opened] = await openCorpora(await loadConfig(config), [corpus]);
    return opened.corpus;
}
