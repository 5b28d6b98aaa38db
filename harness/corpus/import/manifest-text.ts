import type { Manifest } from '../read-manifest.ts';
import { renderTree } from '../../gold/write/render-tree.ts';
import { listValue, mapValue, textValue } from '../../gold/write/tree.ts';

/** The text of a `corpus.yaml`. */
export function manifestText(
  { name, version, licence }: Omit<Manifest, 'splitOf'>,
  splits?: ReadonlyMap<string, readonly string[]>,
): string {
  const text = (value: string | undefined) => (value === undefined ? undefined : textValue(value));
  const lists =
    splits && [...splits].map(([split, sites]) => [split, listValue(sites.map(textValue))] as const);
  const root = mapValue({
    name: text(name),
    version: text(version),
    licence: text(licence),
    splits: lists && mapValue(Object.fromEntries(lists)),
  });
  return renderTree({ head: [], root });
}
