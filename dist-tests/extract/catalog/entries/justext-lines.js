/** Assay's own. */
export const JUSTEXT_LINES = {
    name: 'justext-lines',
    description: 'the rules of jusText on lines: length, stop words, neighbours',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../justext-lines.ts', import.meta.url) },
    cannot: [
        { case: 'charset', why: 'finds nothing where no line is longer than 200 characters' },
        { case: 'surrogate-pair', why: 'finds nothing where no line is longer than 200 characters' },
    ],
};
