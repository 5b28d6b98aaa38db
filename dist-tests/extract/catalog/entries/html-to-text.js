/** Needs a peer. */
export const HTML_TO_TEXT = {
    name: 'html-to-text',
    description: 'html-to-text from npm: all text',
    licence: 'MIT',
    homepage: 'https://github.com/html-to-text/node-html-to-text',
    returns: ['text'],
    run: { module: new URL('../npm/html-to-text.ts', import.meta.url) },
    peer: { language: 'npm', packages: { 'html-to-text': '10.0.1' } },
};
