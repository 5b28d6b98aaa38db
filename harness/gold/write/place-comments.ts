import type { Collection, Element } from './elements.ts';
import { columnOf } from './elements.ts';
import type { Comment } from './find-comments.ts';

/** Which comments go where. */
export interface CommentPlaces {
  /** At the top of the file. */
  readonly head: readonly string[];
  /** Above an element, by its node. */
  readonly before: ReadonlyMap<unknown, readonly string[]>;
  /** Below the last element of a map or list. */
  readonly after: ReadonlyMap<unknown, readonly string[]>;
}

/**
 * Finds what each comment belongs to: the element on whose line it stands, or the one below it; where it is
 * indented further than that, the list or map that it ends. The order of the comments between two elements
 * stays.
 *
 * @param elements of the text, in its order
 */
export function placeComments(
  comments: readonly Comment[],
  elements: readonly Element[],
  text: string,
): CommentPlaces {
  const head: string[] = [];
  const before = new Map<unknown, string[]>();
  const after = new Map<unknown, string[]>();
  let gap: number | undefined;
  let open: readonly Collection[] = [];
  for (const comment of comments) {
    const next = elements.findIndex(({ start }) => start > comment.offset);
    const [previous, following] = neighbours(elements, next);
    if (next !== gap) open = previous?.holders ?? [];
    gap = next;
    const ended = comment.isBehind ? undefined : endedBy(comment, open, following, text);
    if (previous === undefined) head.push(comment.text);
    else if (comment.isBehind) add(before, previous.node, comment);
    else if (ended) add(after, ended, comment);
    else add(before, following?.node, comment);
    // What comes behind it cannot end anything that this one is outside of.
    open = ended ? open.slice(0, open.indexOf(ended) + 1) : comment.isBehind ? open : [];
  }
  return { head, before, after };
}

function neighbours(
  elements: readonly Element[],
  next: number,
): readonly [previous: Element | undefined, following: Element | undefined] {
  return next < 0 ? [elements.at(-1), undefined] : [elements[next - 1], elements[next]];
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

function add(places: Map<unknown, string[]>, node: unknown, { text }: Comment): void {
  places.set(node, [...(places.get(node) ?? []), text]);
}
