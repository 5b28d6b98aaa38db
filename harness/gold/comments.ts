import type { Node, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { CST, Lexer, isCollection, isMap } from 'yaml';

/** A comment of a YAML file. */
export interface Comment {
  /** With its `#`, without white space at the end. */
  readonly text: string;
  /** Of the `#`, in UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** 0-based. */
  readonly column: number;
  /** Whether something else than dashes stands in front of it on the line. */
  readonly isBehind: boolean;
}

/** Every comment of a text, in its order; a `#` inside a scalar begins none. */
export function findComments(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    // The lexer announces every scalar by a mark, which is no part of the text; what follows it is content.
    const type: string | null = isScalar ? 'content' : CST.tokenType(source);
    isScalar = type === 'scalar';
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'comment') {
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      comments.push({ text: source.trimEnd(), offset, column: line.length, isBehind: /[^\s-]/u.test(line) });
    }
    offset += source.length;
  }
  return comments;
}

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** A pair of a map or a value of a list, as it stands in a file: what comments can belong to. */
interface Element {
  readonly node: Pair<ParsedNode, ParsedNode | null> | ParsedNode;
  readonly start: number;
  /** 0-based column of the key, or of the dash in front of the value. */
  readonly column: number;
  /** The maps and lists around it, from the outside in. */
  readonly holders: readonly Collection[];
}

/** Which comments go where, each with its `#`. */
export interface CommentPlaces {
  /** At the top of the file. */
  readonly head: readonly string[];
  /** Above a pair or item. */
  readonly before: ReadonlyMap<Node | Pair, readonly string[]>;
  /** Below the last pair or item of a map or list. */
  readonly after: ReadonlyMap<Node | Pair, readonly string[]>;
}

/**
 * Finds what each comment of a file belongs to: the element on whose line it stands, or the one below it; where it is
 * indented further than that, the list or map that it ends. The order of the comments between two elements
 * stays. (The `yaml` package gives all comments behind a nested list to that list, however far out they stand.)
 */
export function placeComments(root: ParsedNode | null, text: string): CommentPlaces {
  const elements = elementsOf(root, text, []);
  const head: string[] = [];
  const before = new Map<Node | Pair, string[]>();
  const after = new Map<Node | Pair, string[]>();
  let gap: number | undefined;
  let open: readonly Collection[] = [];
  for (const comment of findComments(text)) {
    const next = elements.findIndex(({ start }) => start > comment.offset);
    const [previous, following] = next < 0 ? [elements.at(-1)] : [elements[next - 1], elements[next]];
    if (next !== gap) open = previous?.holders ?? [];
    gap = next;
    const ended = comment.isBehind ? undefined : endedBy(comment, open, following, text);
    if (previous === undefined) head.push(comment.text);
    else if (comment.isBehind) add(before, previous.node, comment);
    else if (ended) add(after, ended, comment);
    else if (following) add(before, following.node, comment);
    // What comes behind it cannot end anything that this one is outside of.
    open = ended ? open.slice(0, open.indexOf(ended) + 1) : comment.isBehind ? open : [];
  }
  return { head, before, after };
}

/** Every element of a tree in the order of the file. */
function elementsOf(value: ParsedNode | null, text: string, around: readonly Collection[]): Element[] {
  if (!isCollection(value)) return [];
  const holders = [...around, value];
  if (isMap(value)) {
    return value.items.flatMap((pair) => [
      { node: pair, start: pair.key.range[0], column: columnOf(text, pair.key.range[0]), holders },
      ...elementsOf(pair.value, text, holders),
    ]);
  }
  const column = columnOf(text, value.range[0]);
  return value.items.flatMap((item) => [
    { node: item, start: item.range[0], column, holders },
    ...elementsOf(item, text, holders),
  ]);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The collection below whose last element a comment stands, if it is not the one above the next element. */
function endedBy(
  comment: Comment,
  open: readonly Collection[],
  following: Element | undefined,
  text: string,
): Collection | undefined {
  const ended = open.filter((holder) => following?.holders.includes(holder) !== true);
  const brackets = ended.find((holder) => holder.flow === true && comment.offset < holder.range[1]);
  if (brackets) return brackets;
  if (open.some((holder) => holder.flow === true && comment.offset < holder.range[1])) return undefined;
  if (following && comment.column <= following.column) return undefined;
  const deepest = ended.findLast(
    (holder) => holder.flow !== true && columnOf(text, holder.range[0]) <= comment.column,
  );
  return deepest ?? (following ? undefined : ended[0]);
}

function add(places: Map<Node | Pair, string[]>, node: Node | Pair, { text }: Comment): void {
  places.set(node, [...(places.get(node) ?? []), text]);
}
