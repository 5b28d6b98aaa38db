import type { CatalogEntry } from '../catalog-entry.ts';

/** The last version, which others than its author put on Maven Central; his own stop there at 1.1.0. */
export const BOILERPIPE: CatalogEntry = {
  name: 'boilerpipe',
  description: 'boilerpipe in Java, of which the others are ports: its ArticleExtractor',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/kohlschutter/boilerpipe',
  returns: ['text', 'title'],
  run: { program: 'assay-jvm-peers', words: ['boilerpipe'], protocol: 'jsonl' },
  peer: { language: 'jvm', packages: { 'com.syncthemall:boilerpipe': '1.2.2' } },
};
