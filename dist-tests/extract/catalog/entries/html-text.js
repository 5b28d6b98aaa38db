/** article-extraction-benchmark publishes 0.7.0. */
export const HTML_TEXT = {
    name: 'html-text',
    description: 'html-text from PyPI: all text',
    licence: 'MIT',
    homepage: 'https://github.com/zytedata/html-text',
    returns: ['text'],
    run: { python: 'html_text_adapter.py' },
    peer: { language: 'python', packages: { 'html-text': '0.7.1', lxml_html_clean: '0.4.6', lxml: '6.1.3' } },
};
