import type { KnownFault } from '../catalog/catalog-entry.ts';
import type { ConformanceResult } from './check-conformance.ts';

/** The names of the cases that are not seen to hold: those that an extractor is known to fail, and the others. */
export function failuresOf(
  cases: readonly Pick<ConformanceResult, 'name' | 'verdict'>[],
  cannot: readonly KnownFault[],
): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const failed = cases.filter(({ verdict }) => verdict !== 'holds').map(({ name }) => name);
  const isKnown = (name: string): boolean => cannot.some((fault) => fault.case === name);
  return { known: failed.filter(isKnown), unknown: failed.filter((name) => !isKnown(name)) };
}
