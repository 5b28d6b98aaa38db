import type { CatalogEntry } from '../catalog-entry.ts';

export const DEFUDDLE: CatalogEntry = {
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
};
