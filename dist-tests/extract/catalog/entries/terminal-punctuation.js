/** Assay's own. */
export const TERMINAL_PUNCTUATION = {
    name: 'terminal-punctuation',
    description: 'lines that end a sentence and have five words (the line rules of C4)',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../terminal-punctuation.ts', import.meta.url) },
};
