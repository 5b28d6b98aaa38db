import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import { GOLD_KEYS } from '../outline.ts';
import { composeYaml } from '../yaml/compose.ts';
import { textOfScalar } from '../yaml/read-text.ts';
import { elementsOf } from './elements.ts';
import { findComments } from './find-comments.ts';
import type { CommentPlaces } from './place-comments.ts';
import { placeComments } from './place-comments.ts';
import type { Field, GoldTree, MapValue, Value } from './tree.ts';

/**
 * What a gold file says, with all its comments; entries and lists are divided as in the file, keys are in the
 * order of the format.
 *
 * @param source a file without problems
 */
export function treeOfSource(source: string): GoldTree {
  const text = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const { root, lines } = composeYaml(text);
  const places = placeComments(findComments(text), elementsOf(root, text), text);
  const file = { text, places, lineOf: (offset: number) => lines.linePos(offset).line };
  const fields: MapValue = isMap(root) ? mapOf(root, file) : { type: 'map', fields: [], after: [] };
  return { head: places.head, root: fields };
}

interface File {
  readonly text: string;
  readonly places: CommentPlaces;
  readonly lineOf: (offset: number) => number;
}

function valueOf(node: ParsedNode | null, file: File): Value {
  if (isMap(node)) return mapOf(node, file);
  if (isSeq(node)) {
    const items = node.items.map((item) => ({
      before: commentsBefore(item, file),
      value: valueOf(item, file),
    }));
    return { type: 'list', items, after: commentsAfter(node, file) };
  }
  if (!isScalar(node)) return { type: 'text', text: '' };
  return { type: 'text', text: textOfScalar(file.text, node), line: file.lineOf(node.range[0]) };
}

function mapOf(node: YAMLMap.Parsed, file: File): MapValue {
  const fields = node.items.map((pair): Field => ({
    key: String(isScalar(pair.key) ? pair.key.value : ''),
    before: commentsBefore(pair, file),
    value: valueOf(pair.value, file),
  }));
  return { type: 'map', fields: fields.toSorted(byOrder), after: commentsAfter(node, file) };
}

/** The keys whose order matters; block kinds and categories come before `from`. */
const ORDER: readonly string[] = [...GOLD_KEYS, 'status', 'type', 'by', 'on', 'with', 'without', 'from'];

function byOrder(a: Field, b: Field): number {
  return ORDER.indexOf(a.key) - ORDER.indexOf(b.key);
}

function commentsBefore(node: unknown, { places }: File): readonly string[] {
  return places.before.get(node) ?? [];
}

function commentsAfter(node: unknown, { places }: File): readonly string[] {
  return places.after.get(node) ?? [];
}
