import type { Draft } from '../draft.ts';
import type { LineShape } from './line-shape.ts';
import { indentOf, isBlankOrComment, shapeOf } from './line-shape.ts';
import { hasKey } from '../outline.ts';

/** A map or list that is open at some line: lines at its indent go on with it. */
export interface Level {
  readonly kind: 'map' | 'list';
  /** Column of its keys or dashes. */
  readonly indent: number;
  /** 0-based line on which it begins. */
  readonly line: number;
  /** The keys that belong into a map; empty for a list. */
  readonly keys: ReadonlySet<string>;
  /** What a list began with. */
  readonly holds?: Holding;
}

/** Whether the values of a list have keys, are lists themselves, or are texts. */
export type Holding = 'entries' | 'lists' | 'texts';

/** The kind of level that a line goes on with; nothing for running text. */
export function levelKindOf(shape: LineShape): Level['kind'] | undefined {
  if (shape.dashes.length > 0) return 'list';
  return shape.key && 'map';
}

/** What the list of a line `- …` holds; of several lists `- - …`, the one of this dash. */
export function holdingOf(line: string, dash = 0): Holding {
  const { dashes, key, value } = shapeOf(line);
  const isFlow = value !== undefined && line[value] === '[';
  if (dashes.length > dash + 1 || (isFlow && !key)) return 'lists';
  return key ? 'entries' : 'texts';
}

/** The innermost open level of this kind at exactly this indent, as an index; -1 when there is none. */
export function levelAt(levels: readonly Level[], kind: Level['kind'], indent: number): number {
  return levels.findLastIndex((level) => level.kind === kind && level.indent === indent);
}

/**
 * The open level that a wrongly indented line was most probably meant for, as an index: one that its key or
 * shape fits, and of those the nearest. -1 when no level of its kind is open.
 */
export function likeliestLevel(levels: readonly Level[], line: string): number {
  const shape = shapeOf(line);
  const kind = levelKindOf(shape);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, level] of levels.entries()) {
    if (level.kind !== kind) continue;
    const cost = Math.abs(level.indent - shape.indent) + (fits(level, shape, line) ? 0 : MISFIT);
    if (cost > least) continue;
    best = index;
    least = cost;
  }
  return best;
}

// More than any indent: a level that fits is preferred to a nearer one that does not.
const MISFIT = 1_000_000;

function fits(level: Level, shape: LineShape, line: string): boolean {
  if (level.kind === 'list') return level.holds === holdingOf(line);
  return shape.key !== undefined && hasKey(level.keys, shape.key.word);
}

/**
 * The indent of a map or list that begins on this line: that of most of its first-level lines. They are the
 * lines of the same kind within one column, so that one line that slipped by a space is found even if it is
 * the first. On a tie the customary indent wins, two columns further in than the parent.
 *
 * @param least the smallest indent that lines of this level may have
 */
export function usualIndent(draft: Draft, line: number, least: number, customary: number): number {
  const first = shapeOf(draft.line(line));
  const votes = new Map([[first.indent, 1]]);
  let outermost = first.indent;
  for (let below = line + 1; below < draft.lineCount; below++) {
    const text = draft.line(below);
    if (isBlankOrComment(text)) continue;
    if (indentOf(text) < least) break;
    const shape = shapeOf(text);
    const isSibling = levelKindOf(shape) === levelKindOf(first) && Math.abs(shape.indent - first.indent) <= 1;
    // Two columns further in than a sibling is what stands below it.
    if (isSibling && shape.indent < outermost + 2) {
      votes.set(shape.indent, (votes.get(shape.indent) ?? 0) + 1);
      outermost = Math.min(outermost, shape.indent);
    } else if (shape.indent <= least && levelKindOf(shape) === 'map') break;
  }
  const most = Math.max(...votes.values());
  const winners = [...votes].filter(([, count]) => count === most).map(([indent]) => indent);
  return winners.find((indent) => indent === customary) ?? winners[0] ?? first.indent;
}
