import { unthreaded } from '../model/gold.ts';
import type { Cell, Gold, GoldBlock } from '../model/gold.ts';
import type { BlockKind } from '../model/vocabulary.ts';

/** Elements of the kinds that have one; all others are paragraphs. */
const ELEMENTS: Partial<Record<BlockKind, string>> = {
  title: 'h1', h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6',
  quote: 'blockquote', caption: 'figcaption', ul: 'ul', ol: 'ol',
}; // prettier-ignore

/**
 * The content of gold as a person who extracts by hand would hand it in: its body in HTML, optional blocks among it, no
 * boilerplate; with comments if they are asked for. Posts and comments leave no trace.
 */
export function goldToHtml({ body = [], comments }: Gold, hasComments: boolean): string {
  const all = [...unthreaded(body), ...(hasComments ? unthreaded<GoldBlock>(comments) : [])];
  return all
    .filter((entry) => entry.type === 'block')
    .map(blockToHtml)
    .join('\n');
}

function blockToHtml(block: GoldBlock): string {
  const element = ELEMENTS[block.kind] ?? 'p';
  if ('items' in block) {
    return inside(element, block.items.map((item) => inside('li', cellToHtml(item))).join(''));
  }
  if ('entries' in block) {
    const entries = block.entries.map(({ term, texts }) =>
      [inside('dt', escaped(term)), ...texts.map((text) => inside('dd', cellToHtml(text)))].join(''),
    );
    return inside('dl', entries.join(''));
  }
  if ('rows' in block) {
    const rows = block.rows.map((cells, row) =>
      inside('tr', cells.map((cell) => inside(row === 0 ? 'th' : 'td', cellToHtml(cell))).join('')),
    );
    return inside('table', rows.join(''));
  }
  if (block.kind === 'code') return inside('pre', inside('code', escaped(block.text)));
  return inside(element, escaped(block.text).replaceAll('\n', '<br>'));
}

function cellToHtml(cell: Cell): string {
  return typeof cell === 'string' ? escaped(cell) : cell.map(blockToHtml).join('');
}

function inside(element: string, html: string): string {
  return `<${element}>${html}</${element}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
