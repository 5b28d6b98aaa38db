import { decode, decodeUtf8 } from '../../document/decode.ts';
import { documentToGold } from '../../document/document-to-gold.ts';
import { htmlToDocument } from '../../document/html.ts';
import { textToDocument } from '../../document/plain-text.ts';
import type { Plain, WriteOptions } from '../../gold/canonical.ts';
import { canonicalText, literal } from '../../gold/canonical.ts';
import { holdableGold } from '../../gold/holdable-gold.ts';
import { readGold } from '../../gold/read-gold.ts';
import { fileOf } from '../../gold/write-gold.ts';
import type { Cell, GoldAbout, GoldBlock } from '../../model/gold.ts';
import type { Media } from '../../model/page.ts';
import { formatProblem } from '../../model/problem.ts';

/** A page that nobody has labelled yet: its bytes as they came, and what is known of it. */
export interface NewPage extends Pick<GoldAbout, 'url' | 'captured' | 'response'> {
  readonly media: Media;
  readonly bytes: Uint8Array;
  /** What its folder may be called, from its address or file name; nothing that is a safe name yet. */
  readonly suggestedName: string;
}

/** A `gold.yaml` that is begun. */
export interface StartedGold {
  readonly text: string;
  /** Entries to be labelled. */
  readonly todos: number;
}

/**
 * The text of a `gold.yaml` in which every visible block of the page stands as `todo`, in the order of the page:
 * segmentation only, without a guess at what is content. It has been read again: apart from the todos, each of which is
 * one problem, nothing is wrong with it.
 */
export function startGold(page: NewPage, options: WriteOptions = {}): StartedGold {
  const { url, captured, response } = page;
  const about = {
    traits: [],
    ...(url !== undefined && { url }),
    ...(captured !== undefined && { captured }),
    ...(response !== undefined && { response }),
  };
  const blocks = documentToGold(
    page.media === 'html'
      ? htmlToDocument(decode(page.bytes, response?.type).text, response?.type)
      : textToDocument(decodeUtf8(page.bytes)),
  );
  const { gold } = holdableGold({ about, metadata: {}, body: blocks, comments: [], boilerplate: [] });
  const todos = todosOf((gold.body ?? []).filter((entry) => entry.type === 'block'));
  const text = canonicalText({ ...fileOf(gold), body: todos }, options);
  checkStarted(text, todos.length);
  return { text, todos: todos.length };
}

function checkStarted(text: string, todos: number): void {
  const { problems } = readGold(text, 'gold.yaml');
  const other = problems.find(({ code }) => code !== 'todo-left');
  if (other) throw new Error(`gold was begun that has a fault: ${formatProblem(other)}`);
  if (problems.length !== todos) throw new Error(`of ${todos} todos ${problems.length} came back`);
}

/**
 * Blocks as entries `todo`, so that a labeller only has to change keys: a list is a list of texts, a table or
 * definition list is rows of texts, code is a literal block, all else is a text. That is what a kind takes, and what a
 * category of boilerplate takes too. Every text that is not blank stands once and in order.
 *
 * Paragraphs of one item or cell are lines of one text. A list or table that holds more than texts (a list in a list,
 * as in a menu) becomes several entries, because only its kind could hold it together.
 */
function todosOf(blocks: readonly GoldBlock[]): Plain[] {
  return blocks.flatMap(contentsOf).map((todo) => ({ todo }));
}

function contentsOf(block: GoldBlock): Plain[] {
  if ('text' in block) return /\S/u.test(block.text) ? [textOf(block)] : [];
  if ('items' in block) {
    const items = plainTexts(block.items)?.filter((item) => /\S/u.test(item));
    if (items === undefined) return comeApart(block.items);
    return items.length === 0 ? [] : [items];
  }
  const rows = 'rows' in block ? block.rows : block.entries.map(({ term, texts }) => [term, ...texts]);
  const texts = rows.map(plainTexts);
  const isPlain = texts.every((row) => row !== undefined) && /\S/u.test(texts.flat().join(''));
  return isPlain ? [texts.filter((row) => row !== undefined)] : comeApart(rows.flat());
}

function textOf({ kind, text }: Extract<GoldBlock, { readonly text: string }>): Plain {
  return kind === 'code' ? literal(text) : text;
}

function plainTexts(cells: readonly Cell[]): readonly string[] | undefined {
  const texts = cells.map(plainText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The text of an item or cell, unless it holds lists, tables or code. */
function plainText(cell: Cell): string | undefined {
  if (typeof cell === 'string') return cell;
  const texts = cell.map((block) => ('text' in block && block.kind !== 'code' ? block.text : undefined));
  return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined;
}

/** Neighbours that are plain stay together as a list. */
function comeApart(cells: readonly Cell[]): Plain[] {
  const contents: Plain[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    const [first, ...more] = run;
    if (first !== undefined) contents.push(more.length === 0 ? first : run);
    run = [];
  };
  for (const cell of cells) {
    const text = plainText(cell);
    if (text === undefined && typeof cell !== 'string') {
      endRun();
      contents.push(...cell.flatMap(contentsOf));
    } else if (text !== undefined && /\S/u.test(text)) run.push(text);
  }
  endRun();
  return contents;
}
