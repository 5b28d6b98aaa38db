/** Assay's own. */
export const GOPHER_LINES = {
    name: 'gopher-lines',
    description: 'lines that Gopher and FineWeb would not count against a page',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../gopher-lines.ts', import.meta.url) },
};
