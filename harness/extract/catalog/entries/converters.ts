import { peerEntries } from './peer-entries.ts';

/** Converters of whole pages: no contenders, but what text a page has as they see it. */
export const CONVERTERS = [
  ...peerEntries('npm', [
    {
      name: 'html-to-text',
      description: 'html-to-text from npm: all text',
      licence: 'MIT',
      homepage: 'https://github.com/html-to-text/node-html-to-text',
      returns: ['text'],
      installs: { 'html-to-text': '10.0.1' },
    },
    /** An older version of what `html-to-markdown` is for Python. */
    {
      name: 'html-to-markdown-node',
      description: 'html-to-markdown-node from npm: all text, as Markdown',
      licence: 'MIT',
      homepage: 'https://github.com/kreuzberg-dev/html-to-markdown',
      returns: ['markdown'],
      installs: { 'html-to-markdown-node': '2.18.0' },
      cannot: [{ case: 'crash', why: 'takes a page with a zero character for no text, and throws' }],
    },
  ]),
  ...peerEntries('python', [
    /** article-extraction-benchmark publishes 2.6.0. */
    {
      name: 'inscriptis',
      description: 'Inscriptis from PyPI: all text, laid out as a browser would',
      licence: 'Apache-2.0',
      homepage: 'https://github.com/weblyzard/inscriptis',
      returns: ['text'],
      installs: { inscriptis: '2.7.6', lxml: '6.1.3' },
    },
    /** The version that article-extraction-benchmark publishes, which counts the Markdown as if it were text. */
    {
      name: 'html2text',
      description: 'html2text from PyPI: the whole page as Markdown',
      licence: 'GPL-3.0-or-later',
      homepage: 'https://github.com/Alir3z4/html2text',
      returns: ['markdown'],
      installs: { html2text: '2025.4.15' },
    },
    /** article-extraction-benchmark publishes 0.7.0. */
    {
      name: 'html-text',
      description: 'html-text from PyPI: all text',
      licence: 'MIT',
      homepage: 'https://github.com/zytedata/html-text',
      returns: ['text'],
      installs: { 'html-text': '0.7.1', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    },
    /** article-extraction-benchmark publishes 4.13.5. */
    {
      name: 'beautifulsoup',
      description: 'BeautifulSoup from PyPI: all text, by get_text()',
      licence: 'MIT',
      homepage: 'https://www.crummy.com/software/BeautifulSoup/',
      returns: ['text', 'title'],
      installs: { beautifulsoup4: '4.15.0' },
      cannot: [
        { case: 'charset', why: 'looks for the encoding in the page alone, not in what the server said' },
      ],
    },
    {
      name: 'html-to-markdown',
      description: 'html-to-markdown from PyPI: all text, as Markdown',
      licence: 'MIT',
      homepage: 'https://github.com/xberg-io/html-to-markdown',
      returns: ['markdown'],
      variants: [
        {
          name: 'html-to-markdown-cleaned',
          description: 'html-to-markdown, after its strictest cleaning of navigation and forms',
          options: { preprocessing: 'aggressive' },
        },
      ],
      installs: { 'html-to-markdown': '3.21.2' },
    },
  ]),
];
