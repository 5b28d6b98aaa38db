import type { CatalogEntry } from '../catalog-entry.ts';
import { peerEntries } from './peer-entries.ts';

/** Extractors in JavaScript. The first two are modules of ours that import optional peers; the others are set up. */
export const NPM: readonly CatalogEntry[] = [
  {
    name: 'readability',
    description: "Mozilla's Readability, the reader view of Firefox, on linkedom",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/mozilla/readability',
    returns: ['html', 'text', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { module: new URL('../readability.ts', import.meta.url) },
    packages: { '@mozilla/readability': '0.6.0', linkedom: '0.18.13' },
  },
  {
    name: 'defuddle',
    description: "Defuddle, the extractor of Obsidian's web clipper, on linkedom",
    licence: 'MIT',
    homepage: 'https://github.com/kepano/defuddle',
    returns: ['html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { module: new URL('../defuddle.ts', import.meta.url) },
    packages: { defuddle: '0.19.4', linkedom: '0.18.13' },
    variants: [
      {
        name: 'defuddle-markdown',
        description: 'Defuddle, its Markdown',
        options: { markdown: true },
        returns: ['markdown', 'title', 'authors', 'published', 'publisher', 'language'],
      },
    ],
  },
  ...peerEntries('npm', [
    /** The set-up of article-extraction-benchmark. */
    {
      name: 'readability-jsdom',
      description: "Mozilla's Readability on jsdom",
      licence: 'Apache-2.0',
      homepage: 'https://github.com/mozilla/readability',
      returns: ['html', 'text', 'title', 'authors', 'published', 'publisher', 'language'],
      packages: { '@mozilla/readability': '0.6.0' },
      installs: { jsdom: '29.1.1' },
    },
    /** Two of its dependencies are git addresses that are gone; the overrides name the packages. */
    {
      name: 'postlight',
      description: 'Postlight (Mercury) Parser',
      licence: 'MIT',
      homepage: 'https://github.com/postlight/parser',
      returns: ['html', 'title', 'authors', 'published'],
      installs: { '@postlight/parser': '2.2.3' },
      overrides: { difflib: '0.2.4', 'browser-request': '0.3.3' },
      cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
    },
    {
      name: 'extractus',
      description: '@extractus/article-extractor',
      licence: 'MIT',
      homepage: 'https://github.com/extractus/article-extractor',
      returns: ['html', 'title', 'authors', 'published', 'publisher'],
      installs: { '@extractus/article-extractor': '9.0.1' },
      overrides: { linkedom: '0.18.13' },
      cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
    },
    {
      name: 'web-content-extractor',
      description: '@wrtnlabs/web-content-extractor: text density (CETD)',
      licence: 'MIT',
      homepage: 'https://github.com/wrtnlabs/web-content-extractor',
      returns: ['html', 'text', 'title'],
      installs: { '@wrtnlabs/web-content-extractor': '3.2.4' },
    },
    {
      name: 'unfluff',
      description: 'unfluff, a port of Goose',
      licence: 'Apache-2.0',
      homepage: 'https://github.com/ageitgey/node-unfluff',
      returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
      installs: { unfluff: '3.2.0' },
      cannot: [
        { case: 'charset', why: 'drops paragraphs without stop words of the language that the page states' },
        { case: 'huge', why: 'five megabytes take it longer than 30 s' },
      ],
    },
    {
      name: 'read-art',
      description: 'read-art',
      licence: 'MIT',
      homepage: 'https://github.com/Tjatse/node-readability',
      returns: ['text', 'title'],
      installs: { 'read-art': '0.5.6' },
      cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
    },
    /** Its engine in Rust, compiled to WebAssembly. `@mdream/js`, an engine in JavaScript, has other output. */
    {
      name: 'mdream',
      description: 'mdream, its preset for the main part of a page, as Markdown',
      licence: 'MIT',
      homepage: 'https://github.com/harlan-zw/mdream',
      returns: ['markdown'],
      installs: { mdream: '1.7.2' },
    },
    {
      name: 'dom-to-semantic-markdown',
      description: 'dom-to-semantic-markdown, its main content, on linkedom',
      licence: 'MIT',
      homepage: 'https://github.com/romansky/dom-to-semantic-markdown',
      returns: ['markdown'],
      packages: { linkedom: '0.18.13' },
      installs: { 'dom-to-semantic-markdown': '1.5.0' },
      cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
    },
  ]),
];
