/** Assay's own. */
export const NOTHING = {
    name: 'nothing',
    description: 'baseline: an empty extraction for every page',
    baseline: true,
    licence: 'MIT',
    returns: ['text'],
    cannot: [
        { case: 'charset', why: 'returns nothing' },
        { case: 'surrogate-pair', why: 'returns nothing' },
    ],
    run: { module: new URL('../nothing.ts', import.meta.url) },
};
