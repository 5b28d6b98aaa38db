import { peerEntries } from './peer-entries.ts';

const LENIENT = { length_low: 50, stopwords_low: 0.1, stopwords_high: 0.2, no_headings: true };

/** Extractors in Python. */
export const PYTHON = peerEntries('python', [
  /**
   * The newest release. The table in its repository (`tests/README.rst`, August 2026) is of 2.2.0;
   * article-extraction-benchmark publishes 2.0.0.
   */
  {
    name: 'trafilatura',
    description: 'Trafilatura from PyPI, as it is recommended, without comments',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/adbar/trafilatura',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    variants: [
      {
        name: 'trafilatura-fast',
        description: 'Trafilatura, without its fallbacks to other algorithms',
        options: { fast: true },
      },
      {
        name: 'trafilatura-precision',
        description: 'Trafilatura, for less and cleaner text',
        options: { favor_precision: true },
      },
      {
        name: 'trafilatura-recall',
        description: 'Trafilatura, for more text',
        options: { favor_recall: true },
      },
    ],
    // jusText, which it needs, asks for lxml_html_clean in a way that not every pip understands.
    installs: { trafilatura: '2.3.1', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
  },
  /**
   * With what it needs for Japanese, Chinese and Thai, without which such pages throw. Korean pages throw
   * nonetheless: for them NLTK fetches data (punkt) that no package brings, which article-extraction-benchmark had
   * (2 of its 181 pages). article-extraction-benchmark publishes 0.9.3.1.
   */
  {
    name: 'newspaper4k',
    description: 'newspaper4k from PyPI, the successor of newspaper3k',
    licence: 'MIT',
    homepage: 'https://github.com/AndyTheFactory/newspaper4k',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { 'newspaper4k[all]': '0.9.6', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
  },
  /** article-extraction-benchmark publishes 0.8.4.1. */
  {
    name: 'readability-lxml',
    description: "readability-lxml from PyPI, a port of Arc90's Readability",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/buriy/python-readability',
    returns: ['html', 'title', 'authors'],
    installs: { 'readability-lxml': '0.9', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    cannot: [
      { case: 'charset', why: 'looks for the encoding in the page alone, not in what the server said' },
    ],
  },
  /**
   * article-extraction-benchmark publishes 3.1.20, with lxml 5. What pip gives today is lxml 6, which reads some
   * pages otherwise: 7 of its 181 lose much or all of their text.
   */
  {
    name: 'goose3',
    description: "Goose from PyPI, a rewrite of Gravity Labs' extractor",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/goose3/goose3',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { goose3: '3.1.22', lxml: '6.1.3' },
    cannot: [
      { case: 'charset', why: 'drops paragraphs without stop words of the language that the page states' },
    ],
  },
  /**
   * The lenient settings are those of article-extraction-benchmark, with stop words of English, and of the table of
   * trafilatura, with those of all languages; the figures published there are theirs.
   */
  {
    name: 'justext',
    description: 'jusText from PyPI with its defaults, English stop words',
    licence: 'BSD-2-Clause',
    homepage: 'https://github.com/miso-belica/jusText',
    returns: ['text'],
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
    installs: { jusText: '3.0.2', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    cannot: [
      { case: 'charset', why: 'finds nothing where no paragraph is longer than 200 characters' },
      { case: 'surrogate-pair', why: 'finds nothing where no paragraph is longer than 200 characters' },
      { case: 'huge', why: 'five megabytes take it longer than 30 s' },
    ],
  },
  /** Nothing is published of this version in article-extraction-benchmark. */
  {
    name: 'boilerpy3',
    description: 'BoilerPy3 from PyPI, a port of boilerpipe: its ArticleExtractor',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/jmriebold/BoilerPy3',
    returns: ['text', 'title'],
    installs: { boilerpy3: '1.0.7' },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
  },
  /** Has a script in article-extraction-benchmark, and no published figure. */
  {
    name: 'resiliparse',
    description: 'Resiliparse from PyPI, its main content',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/chatnoir-eu/chatnoir-resiliparse',
    returns: ['text', 'title'],
    installs: { resiliparse: '2.0.1' },
  },
  /** The version that article-extraction-benchmark publishes; which newspaper4k it got is not said there. */
  {
    name: 'news-please',
    description: 'news-please from PyPI, which joins newspaper4k with extractors of its own',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/fhamborg/news-please',
    returns: ['text', 'title', 'authors', 'published', 'language'],
    installs: {
      'news-please': '1.6.16',
      'newspaper4k[all]': '0.9.6',
      lxml_html_clean: '0.4.6',
      lxml: '6.1.3',
    },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
  },
  {
    name: 'magic-html',
    description: 'magic-html from PyPI, its extractor of articles',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/opendatalab/magic-html',
    returns: ['html', 'title'],
    installs: { 'magic-html': '0.1.8', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    python: '3.12',
    cannot: [
      { case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' },
      { case: 'crash', why: 'throws where a page does not begin with html and its body has one element' },
    ],
  },
  /** Made for news in Chinese. */
  {
    name: 'gne',
    description: 'GeneralNewsExtractor from PyPI: density of text and punctuation',
    licence: 'MIT',
    homepage: 'https://github.com/GeneralNewsExtractor/GeneralNewsExtractor',
    returns: ['text', 'title', 'authors', 'published'],
    installs: { gne: '0.4.3', lxml: '6.1.3' },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
  },
  {
    name: 'crawl4ai-pruning',
    description: "Crawl4AI from PyPI: its pruning filter, which makes its 'fit' Markdown",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/unclecode/crawl4ai',
    returns: ['html'],
    installs: { Crawl4AI: '0.9.5', lxml: '6.1.3' },
  },
]);
