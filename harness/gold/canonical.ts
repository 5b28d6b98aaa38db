import type { Node, Pair, ScalarTag, Tags, YAMLSeq } from 'yaml';
import {
  Document,
  Scalar,
  YAMLMap,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import type { CommentPlaces } from './comments.ts';
import { placeComments } from './comments.ts';
import { GOLD_FORMAT } from './format.ts';
import { linesOfLiteral, linesOfText, quoted, wordInFlow } from './text-style.ts';
import { textOfScalar } from './yaml/read-text.ts';

/** What a document is made of: texts, lists and maps; keys that are undefined are left out. */
export type Plain =
  string | Scalar<string> | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** What the caller decides about a gold file. */
export interface WriteOptions {
  /** Path or address of the JSON Schema, as seen from the file, for editors. Default: the file names none. */
  readonly schema?: string;
}

export interface EditOptions extends WriteOptions {
  /** Changes what the file holds before it is written; comments stay with the pairs and items that they belong to. */
  readonly edit?: (contents: YAMLMap) => void;
}

/** The text of a YAML file in the canonical form: one line for every key, entry, text and row, none ever folded. */
export function canonicalText(value: Plain, { schema }: WriteOptions = {}): string {
  const document = new Document(undefined, OPTIONS);
  return render(document.createNode(value), { head: [], before: new Map(), after: new Map() }, schema);
}

/**
 * The text of a gold file in the canonical form: it says the same, entries and lists are divided as they were, keys stand
 * in the order of the format, and each comment stands on lines of its own above what it belongs to. A schema that is
 * given takes the place of one that the file names.
 *
 * @param source a file without problems
 */
export function canonicalised(source: string, { schema, edit }: EditOptions = {}): string {
  const text = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const parsed = parseDocument(text, { ...OPTIONS, uniqueKeys: false });
  const comments = placeComments(parsed.contents, text);
  visit(parsed, {
    Node(_, node) {
      delete node.comment;
      delete node.commentBefore;
      delete node.spaceBefore;
      if (!isScalar(node)) return;
      // oxlint-disable-next-line no-unsafe-type-assertion -- it was parsed
      node.value = textOfScalar(text, node as Scalar.Parsed);
      node.type = Scalar.PLAIN;
    },
  });
  if (isMap(parsed.contents)) edit?.(parsed.contents);
  return render(parsed.contents, comments, schema);
}

/** A text that is written as a literal block, whatever it holds. */
export function literal(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

/** A value that somebody has to fill in: it is written bare, as a text `todo` is not. */
export function todo(): Scalar<string> {
  return new Todo('todo');
}

class Todo extends Scalar<string> {}

/** How the value of a key is written where that does not follow from the value alone. */
type Style = 'words' | 'texts' | 'rows' | 'code';

const STYLES: ReadonlyMap<string, Style> = new Map([
  ['traits', 'words'],
  ['response', 'words'],
  ['labelled', 'words'],
  ['authors', 'texts'],
  ['table', 'rows'],
  ['dl', 'rows'],
  ['code', 'code'],
]);

/** The keys whose order matters; block kinds and categories come before `from`. */
const ORDER: readonly string[] = [
  ...Object.keys(GOLD_FORMAT),
  ...Object.values(GOLD_FORMAT).flatMap(({ value }) => Object.keys(value.keys ?? {})),
  'from',
];

function render(contents: Node | null, places: CommentPlaces, schema: string | undefined): string {
  const document = new Document(undefined, OPTIONS);
  document.contents = contents ?? new YAMLMap();
  const comments = settle(document.contents, undefined, places);
  setBefore(document.contents, [...withModeline(places.head, schema), ...comments]);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * Gives a value its canonical form, and everything in it.
 *
 * @returns the comments that go above its first line, which may still get a dash or a key in front
 */
function settle(node: unknown, style: Style | undefined, places: CommentPlaces): string[] {
  if (isScalar(node) && style === 'code') node.type = Scalar.BLOCK_LITERAL;
  if (!isMap(node) && !isSeq(node)) return [];
  if (isMap(node)) node.items.sort((a, b) => ORDER.indexOf(keyOf(a)) - ORDER.indexOf(keyOf(b)));
  node.flow = style === 'words' || style === 'texts' || node.items.length === 0;
  if (node.flow) return settleInBrackets(node, style, places);
  setAfter(node, places.after.get(node) ?? []);
  return isMap(node) ? settleMap(node, places) : settleList(node, style === 'rows' || isRows(node), places);
}

function settleMap(map: YAMLMap, places: CommentPlaces): string[] {
  return map.items.flatMap((pair, index) => {
    const inner = settle(pair.value, STYLES.get(keyOf(pair).replace(/\?$/u, '')), places);
    const isBelow = isCollection(pair.value) && pair.value.flow !== true;
    if (isBelow) setBefore(pair.value, inner);
    if (isMap(pair.value) && !isBelow) pair.value = new PaddedMap(pair.value);
    const own = [...(places.before.get(pair) ?? []), ...(isBelow ? [] : inner)];
    return above(pair.key, index, own);
  });
}

function settleList(list: YAMLSeq, holdsRows: boolean, places: CommentPlaces): string[] {
  return list.items.flatMap((item, index) => {
    const inner = settle(item, holdsRows && isRow(item, isLine) ? 'texts' : undefined, places);
    return above(item, index, [...(isNode(item) ? (places.before.get(item) ?? []) : []), ...inner]);
  });
}

/** Comments above the first pair or item go above the map or list, those of the others above them. */
function above(node: unknown, index: number, comments: readonly string[]): readonly string[] {
  if (index > 0) setBefore(node, comments);
  return index > 0 ? [] : comments;
}

/** All on one line; comments inside the brackets go above that line. */
function settleInBrackets(
  node: YAMLMap | YAMLSeq,
  style: Style | undefined,
  places: CommentPlaces,
): string[] {
  const comments: string[] = [];
  visit(node, {
    Node(_, inner) {
      if (inner !== node) comments.push(...(places.before.get(inner) ?? []));
      if (isScalar(inner)) inner.type = style === 'words' ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
    Pair(_, pair) {
      comments.push(...(places.before.get(pair) ?? []));
    },
  });
  return [...comments, ...(places.after.get(node) ?? [])];
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** A list of lists of texts; blocks in an item or cell are maps. */
function isRows({ items }: YAMLSeq): boolean {
  return items.length > 0 && items.every((item) => isRow(item, isScalar));
}

function isRow(value: unknown, isCell: (cell: unknown) => boolean): boolean {
  return isSeq(value) && value.items.every(isCell);
}

function isLine(value: unknown): boolean {
  return isScalar(value) && !String(value.value).includes('\n');
}

function setBefore(node: unknown, comments: readonly string[]): void {
  if (isNode(node) && comments.length > 0) node.commentBefore = contentOf(comments);
}

function setAfter(node: Node, comments: readonly string[]): void {
  if (comments.length > 0) node.comment = contentOf(comments);
}

/** Comments as the `yaml` package holds them: without their `#`, an empty one as a space. */
function contentOf(comments: readonly string[]): string {
  return comments.map((comment) => comment.slice(1) || ' ').join('\n');
}

const MODELINE = /^#\s*yaml-language-server:\s*\$schema=\S+$/u;

/** Whether a comment names the JSON Schema of the file to editors, and does nothing else. */
export function isModeline(comment: string): boolean {
  return MODELINE.test(comment);
}

/** The comments at the top of a file, that for the schema first. A schema that is given takes the place of any that they name. */
function withModeline(head: readonly string[], schema: string | undefined): readonly string[] {
  const named =
    schema === undefined ? head.filter(isModeline) : [`# yaml-language-server: $schema=${schema}`];
  return [...named, ...head.filter((comment) => !isModeline(comment))];
}

/** A map in brackets with spaces inside them, `{ by: kd }`, which lists do not have. */
class PaddedMap extends YAMLMap {
  constructor({ items }: YAMLMap) {
    super();
    this.items = items;
    this.flow = true;
  }

  override toString(context?: Parameters<YAMLMap['toString']>[0], ...callbacks: (() => void)[]): string {
    return super.toString(context && { ...context, flowCollectionPadding: ' ' }, ...callbacks);
  }
}

/** Texts look as `text-style.ts` says. */
const TEXT_TAG: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: (text) => text,
  stringify(scalar, { implicitKey, inFlow, indent }, _onComment, onChompKeep) {
    const { value, type } = scalar;
    const text = String(value);
    if (implicitKey === true || scalar instanceof Todo) return text;
    if (inFlow === true) return type === 'QUOTE_DOUBLE' ? quoted(text) : wordInFlow(text);
    const [header = '', ...lines] = type === 'BLOCK_LITERAL' ? linesOfLiteral(text) : linesOfText(text);
    if (/^\|.*\+$/u.test(header) && lines.length > 0) onChompKeep?.();
    return [header, ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n');
  },
};

const OPTIONS = {
  schema: 'failsafe',
  customTags: (tags: Tags): Tags =>
    tags.map((tag) => (typeof tag === 'object' && tag.tag === TEXT_TAG.tag ? TEXT_TAG : tag)),
} as const;
