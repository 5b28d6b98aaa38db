import type { CatalogEntry } from '../catalog-entry.ts';

/**
 * The version that article-extraction-benchmark publishes (9f5bf5c); there is no release, and what came after it
 * (5db1dc9) is the same code.
 */
export const GO_READABILITY: CatalogEntry = {
  name: 'go-readability',
  description: 'go-readability, the port of Readability to Go',
  licence: 'MIT',
  homepage: 'https://github.com/go-shiori/go-readability',
  returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { program: 'assay-go-peers', words: ['go-readability'], protocol: 'jsonl' },
  peer: {
    language: 'go',
    packages: { 'github.com/go-shiori/go-readability': '0.0.0-20250217085726-9f5bf5ca7612' },
  },
};
