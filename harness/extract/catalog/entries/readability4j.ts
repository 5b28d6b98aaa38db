import type { CatalogEntry } from '../catalog-entry.ts';

export const READABILITY4J: CatalogEntry = {
  name: 'readability4j',
  description: 'Readability4J, a port of Readability to Kotlin',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/dankito/Readability4J',
  returns: ['text', 'html', 'title', 'authors'],
  run: { program: 'assay-jvm-peers', words: ['readability4j'], protocol: 'jsonl' },
  peer: { language: 'jvm', packages: { 'net.dankito.readability4j:readability4j': '1.0.8' } },
};
