/** The set-up of article-extraction-benchmark. Readability itself comes with Assay. */
export const READABILITY_JSDOM = {
    name: 'readability-jsdom',
    description: "Mozilla's Readability on jsdom",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/mozilla/readability',
    returns: ['html', 'text', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { module: new URL('../npm/readability-jsdom.ts', import.meta.url) },
    peer: { language: 'npm', packages: { jsdom: '29.1.1' } },
};
