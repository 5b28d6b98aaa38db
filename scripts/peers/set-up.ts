import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEER_LANGUAGES, namesOf } from '../../harness/extract/catalog/catalog-entry.ts';
import type { CatalogEntry, Peer, PeerLanguage } from '../../harness/extract/catalog/catalog-entry.ts';
import { INSTALLED, readInstalled } from '../../harness/extract/catalog/peer-folder.ts';
import { compareCodeUnits } from '../../harness/util/compare-code-units.ts';
import { didYouMean } from '../../harness/util/did-you-mean.ts';

/** An entry of the catalogue that needs something which does not come with Assay. */
export interface PeerEntry extends CatalogEntry {
  readonly peer: Peer;
}

/** Sets up extractors of one language with its ordinary package client. */
export interface Installer {
  /** Why it can do nothing on this machine, e.g. `found no program go in the folders of PATH`; else undefined. */
  missing(): string | undefined;
  /**
   * What the folder of an entry depends on beside `peer`, so that it is made anew when that changes: e.g. the text of
   * the program that is built. Default: nothing.
   */
  state?(entry: PeerEntry): string;
  /**
   * Fills the folder of an entry, which is there and empty.
   *
   * @returns versions of all that was installed, by package, for the mark: what makes the output what it is
   * @throws Error that says why it could not be had; the folder is removed then
   */
  install(entry: PeerEntry, folder: string): Promise<Readonly<Record<string, string>>>;
}

/** The installer of each language that there is one for. */
export type Installers = Readonly<Partial<Record<PeerLanguage, Installer>>>;

/** What became of an entry. */
export type SetUp =
  | { readonly status: 'there' | 'installed'; readonly entry: PeerEntry; readonly folder: string }
  | { readonly status: 'failed'; readonly entry: PeerEntry; readonly reason: string };

/**
 * Sets up what an entry needs in `<peers>/<language>/<name>/`. Does nothing where that is whole and of the
 * pinned versions; else the folder is made anew, and marked as whole at the end.
 */
export async function setUp(entry: PeerEntry, peers: string, installers: Installers): Promise<SetUp> {
  const { language } = entry.peer;
  const installer = installers[language];
  if (installer === undefined) return failed(entry, `no installer for ${language}`);
  const missing = installer.missing();
  if (missing !== undefined) return failed(entry, missing);
  const folder = join(peers, language, entry.name);
  const asked = { ...entry.peer, ...(installer.state !== undefined && { state: installer.state(entry) }) };
  if (askedIn(folder) === JSON.stringify(asked)) return { status: 'there', entry, folder };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const versions = await installer.install(entry, folder);
    const mark = { asked, installed: sorted(versions) };
    await writeFile(join(folder, INSTALLED), `${JSON.stringify(mark, undefined, 2)}\n`);
    return { status: 'installed', entry, folder };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return failed(entry, error instanceof Error ? error.message : String(error));
  }
}

function failed(entry: PeerEntry, reason: string): SetUp {
  return { status: 'failed', entry, reason };
}

/** What was asked for when the folder was made, as JSON; undefined where it is not whole. */
function askedIn(folder: string): string | undefined {
  const mark = readInstalled(folder);
  if (mark === undefined) return undefined;
  const read: unknown = JSON.parse(mark);
  return typeof read === 'object' && read !== null && 'asked' in read
    ? JSON.stringify(read.asked)
    : undefined;
}

function sorted(versions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).toSorted(([a], [b]) => compareCodeUnits(a, b)));
}

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
