import { defineExtractor } from '../../define-extractor.ts';
import { requirePeer, peerVersion } from '../peer-package.ts';

/** What is used of the package. */
interface Mdream {
  readonly htmlToMarkdown: (html: string, options: object) => string;
}

/** What is used of its preset. */
interface Preset {
  readonly withMinimalPreset: (options: object) => object;
}

const PACKAGE = '@mdream/js';

// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { htmlToMarkdown } = requirePeer('mdream', PACKAGE) as Mdream;
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { withMinimalPreset } = requirePeer('mdream', `${PACKAGE}/preset/minimal`) as Preset;

const OPTIONS = withMinimalPreset({});

/** What the preset writes above the Markdown: title and descriptions from the head, no text of the page. */
const FRONT_MATTER = /^---\n.*?\n---\n/s;

/** mdream with its preset "minimal", which looks for the main part of a page. */
export default defineExtractor({
  name: 'mdream',
  version: peerVersion('mdream', PACKAGE),
  accepts: ['html'],
  extract: ({ html }) => ({ markdown: htmlToMarkdown(html, OPTIONS).replace(FRONT_MATTER, '') }),
});
