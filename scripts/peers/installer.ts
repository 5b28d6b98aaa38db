import type { CatalogEntry, Peer } from '../../harness/extract/catalog/catalog-entry.ts';

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
