import type { Draft } from '../draft.ts';
import type { Fault, Finding } from '../fault.ts';
import type { Outline } from '../outline.ts';
import { isKey, resemblesKey } from '../outline.ts';
import type { Level } from './levels.ts';
import type { LineShape } from './line-shape.ts';
import { shapeOf } from './line-shape.ts';

/** The lines of one value, 0-based. */
export interface ValueExtent {
  readonly line: number;
  /** Column at which the value begins. */
  readonly column: number;
  readonly lastLine: number;
}

/** What the lines behind the last value may be. */
export type Tail =
  /** A key or dash waits for its value. */
  | { readonly kind: 'open'; readonly parentIndent: number; readonly key?: string }
  /** Unquoted text, which lines further in go on with. */
  | { readonly kind: 'text'; readonly parentIndent: number; readonly line: number; readonly column: number }
  /** Text below `|`. */
  | { readonly kind: 'literal'; readonly parentIndent: number; readonly indent: number }
  /** A value that was cut: lines further in belong to it and are lost. */
  | { readonly kind: 'lost'; readonly parentIndent: number }
  | { readonly kind: 'complete'; readonly parentIndent: number };

/** Where the walk over the lines stands: one object, because every rule moves it on. */
export class LayoutState {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly faults: Fault[] = [];
  readonly values: ValueExtent[] = [];
  /** The open maps and lists, outermost first. */
  levels: Level[] = [];
  tail: Tail = { kind: 'open', parentIndent: -1 };
  /** The line to be read next, 0-based. */
  at = 0;
  /** How far the last misplaced line was moved, and from which indent on lines may have slipped with it. */
  drift: { readonly by: number; readonly beyond: number } | undefined;

  constructor(draft: Draft, outline: Outline) {
    this.draft = draft;
    this.outline = outline;
  }

  get line(): string {
    return this.draft.line(this.at);
  }

  get shape(): LineShape {
    return shapeOf(this.line);
  }

  report(line: number, column: number, { code, found, expected, mend }: Finding): void {
    this.faults.push({ code, ...this.draft.place(line, column), found, expected, mend });
  }

  /** Whether the line begins like an entry or a key of this kind of file, rather than like running text. */
  opensSomething(line: string): boolean {
    const { dashes, key } = shapeOf(line);
    return dashes.length > 0 || (key !== undefined && resemblesKey(this.outline, key.word));
  }

  /** Gives up the value that begins here: it and the lines further in are not looked at any more. */
  lose(line: number, column: number, parentIndent: number, behind: number): void {
    this.draft.cut(line, column);
    for (let lost = line + 1; lost < behind; lost++) this.draft.blank(lost);
    this.at = behind;
    this.tail = { kind: 'lost', parentIndent };
  }

  /** The value read last goes on to this line. */
  extendValue(lastLine: number): void {
    const value = this.values.pop();
    if (value) this.values.push({ ...value, lastLine });
  }

  isKey(word: string): boolean {
    return isKey(this.outline, word);
  }
}
