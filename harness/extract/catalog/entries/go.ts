import { peerEntries } from './peer-entries.ts';

/** Extractors in Go. */
export const GO = peerEntries('go', [
  /**
   * The newest release. article-extraction-benchmark publishes a later state of its main branch (ae7ea06, May 2025),
   * which is not on the module proxy of every machine.
   */
  {
    name: 'go-trafilatura',
    description: 'go-trafilatura, the port of Trafilatura to Go',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/markusmobius/go-trafilatura',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    variants: [
      {
        name: 'go-trafilatura-precision',
        description: 'go-trafilatura, for less and cleaner text',
        options: { focus: 'precision' },
      },
      {
        name: 'go-trafilatura-recall',
        description: 'go-trafilatura, for more text',
        options: { focus: 'recall' },
      },
    ],
    installs: { 'github.com/markusmobius/go-trafilatura': '1.12.2' },
    cannot: [{ case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' }],
  },
  /**
   * The version that article-extraction-benchmark publishes (9f5bf5c); there is no release, and what came after it
   * (5db1dc9) is the same code.
   */
  {
    name: 'go-readability',
    description: 'go-readability, the port of Readability to Go',
    licence: 'MIT',
    homepage: 'https://github.com/go-shiori/go-readability',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { 'github.com/go-shiori/go-readability': '0.0.0-20250217085726-9f5bf5ca7612' },
  },
  /**
   * The newest release. article-extraction-benchmark publishes one before version 2 (fb0fbc5), which is not on the
   * module proxy of every machine.
   */
  {
    name: 'go-readability-readeck',
    description: "Readeck's fork of go-readability",
    licence: 'MIT',
    homepage: 'https://codeberg.org/readeck/go-readability',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { 'codeberg.org/readeck/go-readability/v2': '2.1.3' },
  },
  /** The same files as the version that article-extraction-benchmark publishes (25b8d04). */
  {
    name: 'go-domdistiller',
    description: "Go-DomDistiller, the port of Chromium's DOM Distiller to Go",
    licence: 'MIT',
    homepage: 'https://github.com/markusmobius/go-domdistiller',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher'],
    installs: { 'github.com/markusmobius/go-domdistiller': '1.0.0' },
    cannot: [{ case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' }],
  },
]);
