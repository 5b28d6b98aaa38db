/** Assay's own. */
export const C4_LINES = {
    name: 'c4-lines',
    description: 'the line rules of C4 to the letter, for English',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../c4-lines.ts', import.meta.url) },
    cannot: [
        { case: 'charset', why: 'knows the marks of English only, so that no line of Japanese ends a sentence' },
    ],
};
