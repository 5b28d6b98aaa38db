import { documentToGold } from '../../document/document-to-gold.ts';
import { pageToDocument } from '../../document/page-document.ts';
import type { Plain, WriteOptions } from '../../gold/canonical.ts';
import { canonicalText, literal, todo } from '../../gold/canonical.ts';
import { holdableGold } from '../../gold/holdable-gold.ts';
import { readGold } from '../../gold/read-gold.ts';
import { fileOf } from '../../gold/write-gold.ts';
import type { Cell, GoldAbout, GoldBlock } from '../../model/gold.ts';
import type { Media } from '../../model/page.ts';
import type { BlockKind } from '../../model/vocabulary.ts';
import { formatProblem } from '../../model/problem.ts';
import { pageHead } from './page-head.ts';

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
  /** Keys of the head to be filled in. */
  readonly keys: number;
}

/**
 * The text of a `gold.yaml` in which every visible block of the page stands as `todo`, in the order of the page, with the
 * kind that its markup suggests (`todo h2`): segmentation only, without a guess at what is content. The head has what the
 * page says of itself; what only a reader knows is `todo` there. It has been read again: apart from the todos, each of
 * which is one problem, nothing is wrong with it.
 */
export function startGold(page: NewPage, options: WriteOptions = {}): StartedGold {
  const { captured, response, media, bytes } = page;
  const document = pageToDocument({ media, bytes, ...(response?.type && { contentType: response.type }) });
  const head = document.tree === undefined ? {} : pageHead(document.tree);
  const url = page.url ?? head.url;
  const { language } = head;
  const about = {
    traits: [],
    ...(url !== undefined && { url }),
    ...(captured !== undefined && { captured }),
    ...(language !== undefined && { language }),
    ...(response !== undefined && { response }),
  };
  const blocks = documentToGold(document);
  const { gold } = holdableGold({ about, metadata: {}, body: blocks, comments: [], boilerplate: [] });
  const body = (gold.body ?? []).filter((entry) => entry.type === 'block');
  const todos = todosOf(body, media === 'html');
  const known = fileOf(gold);
  const unknown = unknownKeys().filter(([key]) => !(key in known) || known[key] === undefined);
  const text = canonicalText({ ...known, ...Object.fromEntries(unknown), body: todos }, options);
  // "traits" has no todo, and "labelled" has two.
  const keys = unknown.length;
  checkStarted(text, todos.length + keys);
  return { text, todos: todos.length, keys };
}

/** The keys of the head that a reader fills in, unless the page says it. */
function unknownKeys() {
  return [
    ['captured', todo()],
    ['language', todo()],
    ['kind', todo()],
    ['traits', []],
    ['labelled', { by: todo(), on: todo() }],
    ['title', todo()],
    ['publisher', todo()],
    ['authors', todo()],
    ['published', todo()],
  ] as const;
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
 * Paragraphs of one cell are lines of one text. A list or table that holds more than texts (a list in a list, as in a menu),
 * and a list of which an item has several paragraphs (as comments have), becomes several entries: author, time and text have
 * different labels.
 *
 * @param hasMarkup whether the kinds of the blocks come from markup, so that they say something
 */
function todosOf(blocks: readonly GoldBlock[], hasMarkup: boolean): Plain[] {
  return blocks
    .flatMap(contentsOf)
    .map(({ kind, content }) => ({ [hasMarkup ? `todo ${kind}` : 'todo']: content }));
}

/** A block to be labelled: what its markup suggests, and what stands in it. */
interface Suggestion {
  readonly kind: BlockKind;
  readonly content: Plain;
}

function contentsOf(block: GoldBlock): Suggestion[] {
  const { kind } = block;
  if ('text' in block) return /\S/u.test(block.text) ? [{ kind, content: textOf(block) }] : [];
  if ('items' in block) {
    const items = lines(block.items)?.filter((item) => /\S/u.test(item));
    if (items === undefined) return comeApart(block.items, line);
    return items.length === 0 ? [] : [{ kind, content: items }];
  }
  const rows = 'rows' in block ? block.rows : block.entries.map(({ term, texts }) => [term, ...texts]);
  const texts = rows.map(plainTexts);
  const isPlain = texts.every((row) => row !== undefined) && /\S/u.test(texts.flat().join(''));
  return isPlain
    ? [{ kind, content: texts.filter((row) => row !== undefined) }]
    : comeApart(rows.flat(), plainText);
}

function lines(cells: readonly Cell[]): readonly string[] | undefined {
  const texts = cells.map(line);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The text of an item that is one paragraph. */
function line(cell: Cell): string | undefined {
  return typeof cell === 'string' || cell.length === 1 ? plainText(cell) : undefined;
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
function comeApart(cells: readonly Cell[], textOfCell: (cell: Cell) => string | undefined): Suggestion[] {
  const contents: Suggestion[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    const [first, ...more] = run;
    if (first !== undefined)
      contents.push(more.length === 0 ? { kind: 'p', content: first } : { kind: 'ul', content: run });
    run = [];
  };
  for (const cell of cells) {
    const text = textOfCell(cell);
    if (text === undefined && typeof cell !== 'string') {
      endRun();
      for (const content of cell.flatMap(contentsOf)) contents.push(content);
    } else if (text !== undefined && /\S/u.test(text)) run.push(text);
  }
  endRun();
  return contents;
}
