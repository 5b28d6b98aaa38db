/** Assay's own. */
export const LONGEST_BLOCK = {
    name: 'longest-block',
    description: 'the longest run of lines of running text',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../longest-block.ts', import.meta.url) },
};
