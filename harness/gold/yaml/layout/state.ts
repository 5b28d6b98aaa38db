import type { Draft } from '../draft.ts';
import type { Fault, Finding } from '../fault.ts';
import type { Outline } from '../outline.ts';
import { isKey, resemblesKey } from '../outline.ts';
import { wrongIndent } from './findings.ts';
import type { Level } from './levels.ts';
import type { LineShape } from './line-shape.ts';
import { isBlankOrComment, shapeOf } from './line-shape.ts';

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
  | {
      readonly kind: 'lost';
      readonly parentIndent: number;
      /** The indent of a line that was lost with it: everything further in is lost too. */
      readonly below?: number;
    }
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

  readonly #entryIndent: number;

  constructor(draft: Draft, outline: Outline) {
    this.draft = draft;
    this.outline = outline;
    this.#entryIndent = mostCommonEntryIndent(draft);
  }

  /** The indent that this file gives to what stands below a key, where several would do. */
  customaryIndent(parentIndent: number, least: number): number {
    if (parentIndent < 0) return 0;
    return parentIndent === 0 && this.#entryIndent >= least ? this.#entryIndent : parentIndent + 2;
  }

  get line(): string {
    return this.draft.line(this.at);
  }

  get shape(): LineShape {
    return shapeOf(this.line);
  }

  /** The next line that holds something, or the one behind the end of the file. */
  get nextLine(): number {
    let next = this.at + 1;
    while (next < this.draft.lineCount && isBlankOrComment(this.draft.line(next))) next++;
    return next;
  }

  report(line: number, column: number, { code, found, expected, mend }: Finding): void {
    this.faults.push({ code, ...this.draft.place(line, column), found, expected, mend });
  }

  /** Whether the line begins like an entry or a key of this kind of file, rather than like running text. */
  readonly opensSomething = (line: string): boolean => {
    const { dashes, key } = shapeOf(line);
    return dashes.length > 0 || (key !== undefined && resemblesKey(this.outline, key.word));
  };

  /** Gives up the value that begins here: it and the lines further in are not looked at any more. */
  lose(line: number, column: number, parentIndent: number, behind: number): void {
    for (let lost = line + 1; lost < behind; lost++) this.draft.blank(lost);
    this.at = behind - 1;
    const key = shapeOf(this.draft.line(line)).key?.word;
    const isReplaced = this.cutValue(line, column, parentIndent);
    this.tail =
      isReplaced && key !== undefined ? { kind: 'open', parentIndent, key } : { kind: 'lost', parentIndent };
    this.at = behind;
  }

  /**
   * Cuts the value of a key. At the margin, where a list or map follows below, that is the value which was
   * meant; says whether it is so.
   */
  cutValue(line: number, column: number, keyIndent: number): boolean {
    const next = shapeOf(this.draft.line(this.nextLine));
    const opensBelow = next.dashes.length > 0 || (next.key !== undefined && next.indent > 0);
    const isReplaced = keyIndent === 0 && opensBelow;
    if (isReplaced) this.draft.truncate(line, column);
    else this.draft.cut(line, column);
    return isReplaced;
  }

  /** Takes the line out and goes on behind it. */
  pass(tail: Tail = this.tail): void {
    this.draft.blank(this.at);
    this.tail = tail;
    this.at++;
  }

  /** Mends the indent of the line; reported unless `silent`. */
  move(indent: number, like: string, silent: boolean): void {
    const found = this.shape.indent;
    if (!silent) this.report(this.at, found, wrongIndent(found, indent, like));
    this.draft.reindent(this.at, indent);
  }

  /** The value read last goes on to this line. */
  extendValue(lastLine: number): void {
    const value = this.values.pop();
    if (value) this.values.push({ ...value, lastLine });
  }

  /** Whether the line begins with a word that is a key, exactly. */
  readonly isKeyLine = (line: string): boolean => {
    const { key } = shapeOf(line);
    return key !== undefined && this.isKey(key.word);
  };

  isKey(word: string): boolean {
    return isKey(this.outline, word);
  }
}

function mostCommonEntryIndent(draft: Draft): number {
  const counts = new Map<number, number>();
  for (let line = 0; line < draft.lineCount; line++) {
    const { indent, dashes, key } = shapeOf(draft.line(line));
    if (dashes.length > 0 && key) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 2;
}
