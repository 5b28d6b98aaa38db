const LENIENT = { length_low: 50, stopwords_low: 0.1, stopwords_high: 0.2, no_headings: true };
/**
 * The lenient settings are those of article-extraction-benchmark, with stop words of English, and of the table of
 * trafilatura, with those of all languages; the figures published there are theirs.
 */
export const JUSTEXT = {
    name: 'justext',
    description: 'jusText from PyPI with its defaults, English stop words',
    licence: 'BSD-2-Clause',
    homepage: 'https://github.com/miso-belica/jusText',
    returns: ['text'],
    run: { python: 'justext_adapter.py' },
    variants: [
        {
            name: 'justext-lenient',
            description: 'jusText with the settings of published comparisons, English stop words',
            options: LENIENT,
        },
        {
            name: 'justext-all-languages',
            description: 'the same with the stop words of all languages',
            options: { ...LENIENT, all_languages: true },
        },
    ],
    peer: { language: 'python', packages: { jusText: '3.0.2', lxml_html_clean: '0.4.6', lxml: '6.1.3' } },
    cannot: [
        { case: 'charset', why: 'finds nothing where no paragraph is longer than 200 characters' },
        { case: 'surrogate-pair', why: 'finds nothing where no paragraph is longer than 200 characters' },
        { case: 'huge', why: 'five megabytes take it longer than 30 s' },
    ],
};
