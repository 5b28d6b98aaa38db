import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Scalar } from 'yaml';
import { AssayError } from '../util/error.ts';
import type { ValuePath } from '../util/shape.ts';

/** A configuration in YAML: what it holds, and where in the file each value stands. */
export interface YamlConfig {
  readonly value: unknown;
  /** `:3:5` for the key or item, of what is not there that of what lacks it; empty for the file as a whole. */
  readonly locate: (path: ValuePath) => string;
}

/**
 * Reads YAML under its core schema: unlike gold, in which every value is text, options may be numbers, true and
 * false. (YAML 1.2 leaves `no` and dates texts.) Keys are text as it is written: `1.10` is not `1.1`. An empty file holds no settings.
 *
 * @param file what messages call the file
 * @throws AssayError `usage` with everything that is no YAML.
 */
export function loadYaml(source: string, file: string): YamlConfig {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && textOf(a) === textOf(b),
  });
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key)) key.value = textOf(key);
    },
  });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `:${line}:${col}`;
  };
  const errors = [...document.errors, ...document.warnings].map(
    ({ pos, message }) => `${file}${place(pos[0])}: found what YAML cannot read: ${message}`,
  );
  if (errors.length > 0) throw new AssayError('usage', errors.join('\n  '));
  return {
    value: toValue(document, file) ?? {},
    locate: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? '' : place(offset);
    },
  };
}

/** A key as it is written; of a quoted one what stands in the quotes. */
function textOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? '');
}

function toValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // An alias without its anchor, or aliases of aliases without end.
    throw new AssayError('usage', `${file}: found what YAML cannot resolve: ${String(cause)}`, { cause });
  }
}

/** Where the key or the item stands to which the path leads, or what lacks it. */
function offsetOf(document: Document.Parsed, path: ValuePath): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isScalar(pair?.key)) return offset;
      offset = pair.key.range?.[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
    } else return offset;
  }
  return offset;
}
