import { languageOf } from '../../extract/catalog/language-of.ts';
import type { Language } from '../../extract/catalog/language-of.ts';
import type { RunDescription } from '../../store/run-description.ts';

/** The languages of a run's extractors by their names; of those that are not known undefined. */
export function languagesOf({ extractors }: RunDescription): (name: string) => Language | undefined {
  const sources = new Map(extractors.map(({ name, source }) => [name, source]));
  return (name) => languageOf(sources.get(name) ?? '');
}
