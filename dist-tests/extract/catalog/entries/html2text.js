/** The version that article-extraction-benchmark publishes, which counts the Markdown as if it were text. */
export const HTML2TEXT = {
    name: 'html2text',
    description: 'html2text from PyPI: the whole page as Markdown',
    licence: 'GPL-3.0-or-later',
    homepage: 'https://github.com/Alir3z4/html2text',
    returns: ['markdown'],
    run: { python: 'html2text_adapter.py' },
    peer: { language: 'python', packages: { html2text: '2025.4.15' } },
};
