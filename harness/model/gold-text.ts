import type { Block, Container } from './document.ts';
import { unthreaded } from './gold.ts';
import type { BodyEntry, Cell, CommentEntry, Gold, GoldBlock } from './gold.ts';
import type { GoldPath } from './gold-path.ts';
import type { BlockKind, BoilerplateCategory } from './vocabulary.ts';

/** A text of gold that nothing divides further, with its address: a paragraph, item, cell, or entry of boilerplate. */
export type GoldText = GoldBlockText | GoldBoilerplateText;

interface GoldTextBase {
  readonly path: GoldPath;
  /** The kind or category as gold writes it, of a text in an item or cell that of the list or table: `p`, `ul`, `nav`. */
  readonly name: BlockKind | BoilerplateCategory;
  /** Never white space alone. */
  readonly text: string;
  /** Where it stands if a reader does not see it in the page's text: said of it, or of what it is in. */
  readonly from?: 'script' | 'hidden';
}

export interface GoldBlockText extends GoldTextBase, Block {
  readonly type: 'block';
  /** It, or a block that it stands in, is optional under every policy. */
  readonly optional: boolean;
}

export interface GoldBoilerplateText extends GoldTextBase {
  readonly type: 'boilerplate';
  readonly category: BoilerplateCategory;
}

/** The lists of gold that hold texts of the page. */
export type GoldList = 'body' | 'comments' | 'boilerplate';

/**
 * The texts of these lists of gold, in order, a paragraph in an item or cell with the kind of the list or table, as in HTML.
 * Empty cells are left out. What posts and comments hold stands in a row, as if they were not there.
 */
export function goldTexts(gold: Gold, lists: readonly GoldList[] = ALL): GoldText[] {
  const walk = new Walk();
  for (const list of lists) {
    gold[list]?.forEach((entry: BodyEntry | CommentEntry, index) =>
      walk.addEntry(entry, `${list}[${index}]`),
    );
  }
  return walk.texts;
}

const ALL: readonly GoldList[] = ['body', 'comments', 'boilerplate'];

/** The metadata title as the title block that it stands for; none where the body has one of its own. */
export function titleText({ body = [], metadata }: Gold): GoldBlockText | undefined {
  const hasTitle = unthreaded(body).some((entry) => entry.type === 'block' && entry.kind === 'title');
  if (hasTitle || metadata.title === undefined) return undefined;
  const text = metadata.title;
  return { type: 'block', path: 'title', name: 'title', kind: 'title', text, within: [], optional: false };
}

/** What a text takes from the block around it. */
interface Frame {
  readonly path: GoldPath;
  readonly kind: BlockKind;
  readonly within: readonly Container[];
  readonly optional: boolean;
  readonly from: GoldText['from'];
}

class Walk {
  readonly texts: GoldText[] = [];
  #containers = 0;

  addEntry(entry: BodyEntry | CommentEntry, path: GoldPath): void {
    if ('blocks' in entry)
      entry.blocks.forEach((inner, index) => this.addEntry(inner, `${path}.blocks[${index}]`));
    else if (entry.type === 'boilerplate') this.texts.push({ ...entry, path, name: entry.category });
    else this.#addBlock(entry, { path, kind: entry.kind, within: [], optional: false, from: undefined });
  }

  #addBlock(block: GoldBlock, outer: Frame): void {
    const optional = outer.optional || block.optional;
    const inner = { ...outer, kind: block.kind, optional, from: block.from ?? outer.from };
    if ('text' in block) {
      this.#addText(block.text, block.kind === 'p' ? { ...inner, kind: outer.kind } : inner, block.kind);
      return;
    }
    const id = this.#containers++;
    const add = (cell: Cell, path: GoldPath, container: Container): void =>
      this.#addCell(cell, { ...inner, path, within: [...outer.within, container] });
    const { path } = outer;
    if ('items' in block) {
      const { kind } = block;
      block.items.forEach((cell, item) => add(cell, `${path}.items[${item}]`, { kind, id, item }));
    } else if ('rows' in block) {
      block.rows.forEach((cells, row) =>
        cells.forEach((cell, column) =>
          add(cell, `${path}.rows[${row}][${column}]`, { kind: 'table', id, row, column }),
        ),
      );
    } else {
      block.entries.forEach(({ term, texts }, item) => {
        const at = `${path}.entries[${item}]` as const;
        add(term, `${at}.term`, { kind: 'dl', id, item });
        texts.forEach((text, index) => add(text, `${at}.texts[${index}]`, { kind: 'dl', id, item }));
      });
    }
  }

  #addCell(cell: Cell, frame: Frame): void {
    if (typeof cell !== 'string') {
      cell.forEach((block, index) => this.#addBlock(block, { ...frame, path: `${frame.path}[${index}]` }));
    } else if (cell.trim() !== '') this.#addText(cell, frame, frame.kind);
  }

  #addText(text: string, { from, ...frame }: Frame, name: BlockKind): void {
    this.texts.push({ type: 'block', ...frame, name, text, ...(from && { from }) });
  }
}
