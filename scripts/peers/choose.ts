import { didYouMean } from '../../harness/util/did-you-mean.ts';
import { PEER_LANGUAGES, namesOf } from '../../harness/extract/catalog/catalog-entry.ts';
import type { CatalogEntry } from '../../harness/extract/catalog/catalog-entry.ts';
import type { PeerEntry } from './installer.ts';

/** All languages, to look up what somebody wrote. */
const LANGUAGES: readonly string[] = PEER_LANGUAGES;

/**
 * The entries to set up: those named (the name of a variant stands for its entry), else all that need something, of
 * the languages in `only`, a list with commas. A text is what is wrong with what was asked for.
 */
export function choosePeers(
  catalog: readonly CatalogEntry[],
  names: readonly string[],
  only: string | undefined,
): readonly PeerEntry[] | string {
  const languages = only?.split(',') ?? LANGUAGES;
  const other = languages.find((each) => !LANGUAGES.includes(each));
  if (other !== undefined) return `--only: found "${other}"; expected some of ${LANGUAGES.join(',')}`;
  const peers = catalog.filter(hasPeer).filter(({ peer }) => languages.includes(peer.language));
  const isOf = (name: string, entry: PeerEntry): boolean => namesOf(entry).some((each) => each.name === name);
  const unknown = names.find((name) => !peers.some((entry) => isOf(name, entry)));
  if (unknown !== undefined) return unknownName(unknown, peers);
  return names.length === 0 ? peers : peers.filter((entry) => names.some((name) => isOf(name, entry)));
}

function hasPeer(entry: CatalogEntry): entry is PeerEntry {
  return entry.peer !== undefined;
}

function unknownName(name: string, peers: readonly PeerEntry[]): string {
  const names = peers.map((entry) => entry.name);
  const near = didYouMean(name, names);
  const fix = near === undefined ? '' : `did you mean "${near}"? `;
  return `unknown extractor "${name}": ${fix}Those that can be set up are ${names.join(', ')}`;
}
