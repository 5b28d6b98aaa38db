import type { PeerLanguage } from '../../harness/extract/catalog/catalog-entry.ts';
import { KNOWN_EXTRACTORS } from '../../harness/extract/catalog/register.ts';
import type { RunDescription } from '../../harness/store/run-description.ts';

/** The language that an extractor is used from. */
export type Language = (typeof LANGUAGES)[number];

/** In the order in which they are listed. */
export const LANGUAGES = ['JavaScript', 'Python', 'Go', 'Rust', 'JVM'] as const;

const LANGUAGE_OF_PEER: Readonly<Record<PeerLanguage, Language>> = {
  npm: 'JavaScript',
  python: 'Python',
  go: 'Go',
  rust: 'Rust',
  jvm: 'JVM',
};

/**
 * The language of a known extractor; what comes with Assay is JavaScript. Undefined for one that is not known.
 *
 * @param source what the user named, so that somebody's own extractor of the same name is not taken for it
 */
export function languageOf(source: string): Language | undefined {
  const known = KNOWN_EXTRACTORS.find(({ name }) => name === source);
  if (known === undefined) return undefined;
  return known.peer === undefined ? 'JavaScript' : LANGUAGE_OF_PEER[known.peer.language];
}

/** The languages of a run's extractors by their names; undefined for one that is not known. */
export function languagesOf({ extractors }: RunDescription): (name: string) => Language | undefined {
  const sources = new Map(extractors.map(({ name, source }) => [name, source]));
  return (name) => languageOf(sources.get(name) ?? '');
}
