/**
 * What a gold file says, with its comments and without any decision on how it looks: made from `Gold` or from a file
 * that was read, and written out by `write-tree.ts`.
 */
export interface GoldTree {
  /** Comments at the top of the file; they stay there. Each with its `#`. */
  readonly head: readonly string[];
  readonly root: MapValue;
}

export type Value = TextValue | ListValue | MapValue;

export interface TextValue {
  readonly type: 'text';
  readonly text: string;
  /** 1-based, where it was read from a file. */
  readonly line?: number;
  /** It is written as a literal block, whatever it holds. */
  readonly isLiteral?: true;
}

export interface ListValue {
  readonly type: 'list';
  readonly items: readonly Item[];
  /** Comments behind the last item. */
  readonly after: readonly string[];
}

export interface MapValue {
  readonly type: 'map';
  readonly fields: readonly Field[];
  /** Comments behind the last key. */
  readonly after: readonly string[];
}

/** A value of a list, and the comments above it. */
export interface Item {
  readonly before: readonly string[];
  readonly value: Value;
}

/** A value of a map, and the comments above it. */
export interface Field extends Item {
  readonly key: string;
}

export function textValue(text: string): TextValue {
  return { type: 'text', text };
}

/** A list without comments. */
export function listValue(values: readonly Value[]): ListValue {
  return { type: 'list', items: values.map((value) => ({ before: [], value })), after: [] };
}

/** A map without comments, in the order given; keys without a value are left out. */
export function mapValue(values: Readonly<Record<string, Value | undefined>>): MapValue {
  const fields = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, before: [], value }],
  );
  return { type: 'map', fields, after: [] };
}
