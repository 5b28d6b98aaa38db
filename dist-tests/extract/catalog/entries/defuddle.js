/** Comes with Assay. */
export const DEFUDDLE = {
    name: 'defuddle',
    description: "Defuddle, the extractor of Obsidian's web clipper, on linkedom",
    licence: 'MIT',
    homepage: 'https://github.com/kepano/defuddle',
    returns: ['html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { module: new URL('../defuddle.ts', import.meta.url) },
    variants: [
        {
            name: 'defuddle-markdown',
            description: 'Defuddle, its Markdown',
            options: { markdown: true },
            returns: ['markdown', 'title', 'authors', 'published', 'publisher', 'language'],
        },
    ],
};
