import { readFileSync } from 'node:fs';
import { defineExtractor } from '../../define-extractor.ts';
import { peerFile, peerVersion, requirePeer } from '../peer-package.ts';

/** What is used of the engine. */
interface Engine {
  readonly initSync: (program: { readonly module: Uint8Array }) => void;
  readonly htmlToMarkdownResult: (html: string, options: object) => { readonly markdown?: string };
}

const PACKAGE = 'mdream';

// The engine as browsers get it: the one for Node is in packages that npm leaves out before Node 22. Output is the same.
// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const { initSync, htmlToMarkdownResult } = requirePeer('mdream', `${PACKAGE}/wasm`) as Engine;
initSync({ module: readFileSync(peerFile('mdream', `${PACKAGE}/wasm/mdream_edge_bg.wasm`)) });

const DROPPED = 'form fieldset input textarea select button object embed iframe footer aside nav'.split(' ');

/** What stands for `minimal: true` where the engine is called. */
const MINIMAL = {
  clean: {
    urls: true,
    fragments: true,
    emptyLinks: true,
    redundantLinks: true,
    selfLinkHeadings: true,
    emptyImages: true,
    emptyLinkText: true,
  },
  plugins: {
    frontmatter: {},
    isolateMain: true,
    tailwind: true,
    filter: { exclude: DROPPED },
  },
};

/** What the preset writes above the Markdown: title and descriptions from the head, no text of the page. */
const FRONT_MATTER = /^---\n.*?\n---(?:\n|$)/s;

/** mdream with its preset "minimal", which looks for the main part of a page. */
export default defineExtractor({
  name: 'mdream',
  version: peerVersion('mdream', PACKAGE),
  accepts: ['html'],
  extract({ html }) {
    const { markdown = '' } = htmlToMarkdownResult(html, MINIMAL);
    return { markdown: markdown.replace(FRONT_MATTER, '') };
  },
});
