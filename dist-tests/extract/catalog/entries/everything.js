/** Assay's own. */
export const EVERYTHING = {
    name: 'everything',
    description: 'baseline: all visible text',
    baseline: true,
    licence: 'MIT',
    returns: ['html', 'text'],
    run: { module: new URL('../everything.ts', import.meta.url) },
};
