import type { Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isMap } from 'yaml';

export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** A key of a map or a value of a list, as it stands in a file: what comments can belong to. */
export interface Element {
  /** The pair or the value; its identity is what tells elements apart. */
  readonly node: Pair<ParsedNode, ParsedNode | null> | ParsedNode;
  readonly start: number;
  /** 0-based column of the key, or of the dash in front of the value. */
  readonly column: number;
  /** The maps and lists around it, from the outside in. */
  readonly holders: readonly Collection[];
}

/** Every element of a tree in the order of the file. */
export function elementsOf(root: ParsedNode | null, text: string): Element[] {
  return childrenOf(root, text, []);
}

/** 0-based column of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function childrenOf(value: ParsedNode | null, text: string, around: readonly Collection[]): Element[] {
  if (!isCollection(value)) return [];
  const holders = [...around, value];
  const column = columnOf(text, value.range[0]);
  if (isMap(value)) {
    return value.items.flatMap((pair) => [
      { node: pair, start: pair.key.range[0], column: columnOf(text, pair.key.range[0]), holders },
      ...childrenOf(pair.value, text, holders),
    ]);
  }
  return value.items.flatMap((item) => [
    { node: item, start: item.range[0], column, holders },
    ...childrenOf(item, text, holders),
  ]);
}
