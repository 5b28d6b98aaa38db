import { squeeze } from '../../document/squeeze.ts';
import type { BodyEntry, BoilerplateBlock, Cell, GoldBlock } from '../../model/gold.ts';
import type { CheckedPage } from '../checked-page.ts';
import { fact } from '../fact.ts';
import type { GoldPlace } from '../rule.ts';

/** A text of gold that nothing divides further: a paragraph, an item, a cell, an entry of boilerplate. */
export interface GoldText {
  readonly type: 'block' | 'boilerplate';
  /** Kind or category as gold writes it: `p`, `ul`, `nav`. */
  readonly name: string;
  readonly text: string;
  /** The text without white space; never empty. */
  readonly squeezed: string;
  readonly from?: 'script' | 'hidden';
  readonly place: GoldPlace & {
    readonly section: 'body' | 'comments' | 'boilerplate';
    readonly index: number;
  };
}

/** All texts of body, comments and boilerplate, each section in its order. Empty texts are left out. */
export const goldTexts = fact(({ gold }: CheckedPage): readonly GoldText[] => {
  return [
    ...textsOf('body', gold.body ?? []),
    ...textsOf('comments', gold.comments),
    ...textsOf('boilerplate', gold.boilerplate),
  ];
});

/** The texts of the body that are content. */
export const contentTexts = fact((page: CheckedPage): readonly GoldText[] => {
  return goldTexts(page).filter(({ type, place }) => type === 'block' && place.section === 'body');
});

function textsOf(section: GoldText['place']['section'], entries: readonly BodyEntry[]): GoldText[] {
  return entries
    .flatMap((entry) => leavesOf(entry))
    .map((leaf, index) => ({ ...leaf, squeezed: squeeze(leaf.text), place: { section, index } }))
    .filter(({ squeezed }) => squeezed !== '');
}

type Leaf = Omit<GoldText, 'squeezed' | 'place'>;

function leavesOf(entry: GoldBlock | BoilerplateBlock, outer?: Leaf['from']): Leaf[] {
  const from = entry.from ?? outer;
  const origin = from === undefined ? {} : { from };
  if (entry.type === 'boilerplate') {
    return [{ type: 'boilerplate', name: entry.category, text: entry.text, ...origin }];
  }
  if ('text' in entry) return [{ type: 'block', name: entry.kind, text: entry.text, ...origin }];
  return cellsOf(entry).flatMap((cell): Leaf[] =>
    typeof cell === 'string'
      ? [{ type: 'block', name: entry.kind, text: cell, ...origin }]
      : cell.flatMap((block) => leavesOf(block, from)),
  );
}

function cellsOf(block: Exclude<GoldBlock, { readonly text: string }>): readonly Cell[] {
  if ('rows' in block) return block.rows.flat();
  if ('items' in block) return block.items;
  return block.entries.flatMap(({ term, texts }) => [term, ...texts]);
}
