import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** The value of an attribute (name in lower case), or undefined where the element has none of that name. */
export function attributeOf({ attrs }: Tree.Element, name: string): string | undefined {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}
