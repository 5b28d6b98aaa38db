import type { Draft } from './draft.ts';
import type { LineShape } from './line-shape.ts';
import { indentOf, isBlankOrComment, shapeOf } from './line-shape.ts';
import { hasKey } from './outline.ts';

/** A map or list that is open at some line: lines at its indent go on with it. */
export interface Level {
  readonly kind: 'map' | 'list';
  /** Column of its keys or dashes. */
  readonly indent: number;
  /** 0-based line on which it begins. */
  readonly line: number;
  /** The keys that belong into a map; empty for a list. */
  readonly keys: ReadonlySet<string>;
  /** Whether a list began with `- key:` or with a bare item; a list holds one or the other. */
  readonly holds?: 'entries' | 'items';
}

/** The kind of level that a line goes on with; nothing for running text. */
export function levelKindOf(shape: LineShape): Level['kind'] | undefined {
  if (shape.dashes.length > 0) return 'list';
  return shape.key && 'map';
}

/** What the list of a line `- …` holds. */
export function holdsOf(shape: LineShape): 'entries' | 'items' {
  return shape.dashes.length === 1 && shape.key ? 'entries' : 'items';
}

/** The innermost open level of this kind at exactly this indent, as an index; -1 when there is none. */
export function levelAt(levels: readonly Level[], kind: Level['kind'], indent: number): number {
  return levels.findLastIndex((level) => level.kind === kind && level.indent === indent);
}

/**
 * The open level that a wrongly indented line was most probably meant for, as an index: one that its key or
 * shape fits, and of those the nearest. -1 when no level of its kind is open.
 */
export function likeliestLevel(levels: readonly Level[], shape: LineShape): number {
  const kind = levelKindOf(shape);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, level] of levels.entries()) {
    if (level.kind !== kind) continue;
    const cost = Math.abs(level.indent - shape.indent) + (fits(level, shape) ? 0 : MISFIT);
    if (cost > least) continue;
    best = index;
    least = cost;
  }
  return best;
}

// More than any indent: a level that fits is preferred to a nearer one that does not.
const MISFIT = 1_000_000;

function fits(level: Level, shape: LineShape): boolean {
  if (level.kind === 'list') return level.holds === holdsOf(shape);
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
  for (let below = line + 1; below < draft.lineCount; below++) {
    const text = draft.line(below);
    if (isBlankOrComment(text)) continue;
    if (indentOf(text) < least) break;
    const shape = shapeOf(text);
    const sibling = levelKindOf(shape) === levelKindOf(first) && Math.abs(shape.indent - first.indent) <= 1;
    if (sibling) votes.set(shape.indent, (votes.get(shape.indent) ?? 0) + 1);
    else if (shape.indent <= least && levelKindOf(shape) === 'map') break;
  }
  const most = Math.max(...votes.values());
  const winners = [...votes].filter(([, count]) => count === most).map(([indent]) => indent);
  return winners.find((indent) => indent === customary) ?? winners[0] ?? first.indent;
}
