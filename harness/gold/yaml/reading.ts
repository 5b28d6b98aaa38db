import type { ParsedNode } from 'yaml';
import { isAlias, isCollection, isPair, isScalar, visit } from 'yaml';
import type { Fault, Finding } from './fault.ts';
import type { ParsedYaml } from './parse-yaml.ts';

/** A value and what messages call it. */
export interface Slot {
  /** Null where nothing stands behind a key. */
  readonly value: ParsedNode | null;
  /** The offset to report when nothing stands there: that of the key or dash. */
  readonly at: number;
  /** What the value is of, e.g. `"title"`. */
  readonly name: string;
}

/** One file being read: the tree, and the faults found so far. */
export class Reading {
  readonly faults: Fault[];
  readonly text: string;
  /** The file as a whole. */
  readonly root: Slot;
  readonly #parsed: ParsedYaml;
  readonly #flows = new Map<unknown, number>();
  readonly #reportedFlows = new Set<number>();

  constructor(parsed: ParsedYaml) {
    this.#parsed = parsed;
    this.text = parsed.text;
    this.root = { value: parsed.root, at: 0, name: 'the file' };
    this.faults = [...parsed.faults];
    this.#findFlows(parsed.root);
  }

  /** Reports a fault at an offset. Returns nothing, which is what a reader returns then. */
  report(at: number, { code, found, expected, mend }: Finding): undefined {
    this.faults.push({ code, ...this.#parsed.place(at), found, expected, mend });
  }

  /** Reports what concerns the file as a whole. */
  reportFile(finding: Finding): undefined {
    this.faults.push(finding);
  }

  /** Whether the value has been reported already, so that nothing can be said of it. */
  isUnreadable(value: ParsedNode | null): boolean {
    if (isAlias(value)) return true;
    // Behind an anchor or tag alone there is nothing, and they are what has been reported.
    const isNothing = isScalar(value) && isAbsent(value) && (value.tag ?? value.anchor) !== undefined;
    return isNothing || (isScalar(value) && value.value === this.#parsed.hole);
  }

  /** Where the outermost `[…]` or `{…}` around the value begins; nothing outside of brackets. */
  flowAround(value: ParsedNode): number | undefined {
    return this.#flows.get(value);
  }

  /** Reports a fault of a text in brackets, once for each outermost pair of brackets. */
  reportInFlow(at: number, flow: number, finding: Finding): undefined {
    if (this.#reportedFlows.has(flow)) return undefined;
    this.#reportedFlows.add(flow);
    return this.report(at, finding);
  }

  #findFlows(root: ParsedNode | null): void {
    visit(root, (_, node, path) => {
      if (isPair(node)) return;
      const around = [...path, node].find((outer) => isCollection(outer) && outer.flow === true);
      const range = isCollection(around) ? around.range : undefined;
      if (range) this.#flows.set(node, range[0]);
    });
  }
}

/** Where a node begins. */
export function startOf(node: ParsedNode): number {
  return node.range[0];
}

/** Whether nothing is written there. */
export function isAbsent(value: ParsedNode | null): boolean {
  return value === null || (isScalar(value) && value.type === 'PLAIN' && value.range[0] === value.range[1]);
}
