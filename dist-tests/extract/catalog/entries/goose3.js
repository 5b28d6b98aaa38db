/**
 * article-extraction-benchmark publishes 3.1.20, with lxml 5. What pip gives today is lxml 6, which reads some pages otherwise:
 * 7 of its 181 lose much or all of their text.
 */
export const GOOSE3 = {
    name: 'goose3',
    description: "Goose from PyPI, a rewrite of Gravity Labs' extractor",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/goose3/goose3',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { python: 'goose3_adapter.py' },
    peer: { language: 'python', packages: { goose3: '3.1.22', lxml: '6.1.3' } },
    cannot: [
        { case: 'charset', why: 'drops paragraphs without stop words of the language that the page states' },
    ],
};
