import type { Rendered } from './rendered.ts';
import { quoted, wordInFlow } from './text-style.ts';
import type { Item, Value } from './tree.ts';

/** Words of closed lists, dates and initials stand bare inside brackets; texts are always quoted there. */
export type Brackets = 'words' | 'texts';

/** A value on one line, lists in `[…]` and maps in `{ … }`; comments inside it go above that line. */
export function renderInBrackets(value: Value, brackets: Brackets): Rendered {
  return { above: commentsWithin(value), lines: [lineOf(value, brackets)] };
}

function lineOf(value: Value, brackets: Brackets): string {
  if (value.type === 'text') return brackets === 'words' ? wordInFlow(value.text) : quoted(value.text);
  if (value.type === 'list') return `[${value.items.map((item) => lineOf(item.value, brackets)).join(', ')}]`;
  if (value.fields.length === 0) return '{}';
  return `{ ${value.fields.map((field) => `${field.key}: ${lineOf(field.value, brackets)}`).join(', ')} }`;
}

function commentsWithin(value: Value): string[] {
  if (value.type === 'text') return [];
  const children: readonly Item[] = value.type === 'list' ? value.items : value.fields;
  return [...children.flatMap((child) => [...child.before, ...commentsWithin(child.value)]), ...value.after];
}
