import type { CommandEntry } from '../../model/config.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { JsonObject } from '../../util/json.ts';

/** A known extractor: everything about it but its code, so that a list can be shown without loading any. */
export interface CatalogEntry {
  /** What `--extractor` takes; of a module without a peer the same as the `name` of its definition. */
  readonly name: string;
  /** One line for lists. */
  readonly description: string;
  /** Shown, never ranked. Known here too, so that the baselines can be named without loading all others. */
  readonly baseline?: true;
  /** SPDX expression of what is measured, as its authors state it; `unstated` where they do not. */
  readonly licence: string;
  /** Absent: it is Assay's own. */
  readonly homepage?: string;
  /** Fields of an extraction that it can fill. */
  readonly returns: readonly (keyof Extraction)[];
  readonly run: HowToRun;
  /** Handed over beside every page; see `HowToRun`. Default: none. */
  readonly options?: JsonObject;
  /** The same with other options, each under a name of its own. */
  readonly variants?: readonly CatalogVariant[];
  /**
   * npm packages that its module imports: optional peer dependencies of Assay, with the version that is measured. Absent:
   * none.
   */
  readonly packages?: Readonly<Record<string, string>>;
  /** What it needs beside that, which `npm run peers` sets up. Absent: nothing. */
  readonly peer?: Peer;
  /** Cases of `assay extractors test` that do not hold for it, and why: they are shown, and are no failure. */
  readonly cannot?: readonly KnownFault[];
}

/** Fields not given are those of the entry. */
export interface CatalogVariant {
  readonly name: string;
  readonly description: string;
  readonly options: JsonObject;
  readonly returns?: readonly (keyof Extraction)[];
}

/**
 * How an extractor is run. A module gets options as the second argument of `extract`; a script or program as
 * one more argument, in JSON, where there are any.
 */
export type HowToRun =
  /** A module of Assay's own: `new URL('../name.ts', import.meta.url)`. */
  | { readonly module: URL }
  /** A script in `catalog/python/` that speaks `jsonl`, run by the Python that has the packages of the peer. */
  | { readonly python: string }
  /** A program in `bin/` of the peer's folder, or else in the folders of PATH. */
  | ({ readonly program: string; readonly words?: readonly string[] } & Pick<
      CommandEntry,
      'protocol' | 'output' | 'wants' | 'accepts' | 'version'
    >);

/** The package clients by which peers are set up, named for what they install from. */
export const PEER_LANGUAGES = ['npm', 'python', 'go', 'rust', 'jvm'] as const;

/** One of them; a folder of the peers is called so. */
export type PeerLanguage = (typeof PEER_LANGUAGES)[number];

/** What `npm run peers` sets up in `.assay/peers/<language>/<name of the entry>/`. */
export interface Peer {
  readonly language: PeerLanguage;
  /** Packages with the version that is installed, the one measured first. */
  readonly packages: Readonly<Record<string, string>>;
  /** npm: versions in the place of what packages ask for. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Python: the oldest version of it that the packages run on, e.g. `3.12`. Absent: whichever there is. */
  readonly python?: string;
}

/** A case of the conformance test that an extractor is known to fail. */
export interface KnownFault {
  /** The name of the case. */
  readonly case: string;
  /** One phrase. */
  readonly why: string;
}

/** One name of the catalogue: an entry, or a variant of it. */
export interface KnownExtractor extends Omit<CatalogEntry, 'variants'> {
  /** The entry that it belongs to: its own name, or that of which it is a variant. */
  readonly entry: string;
}

/** The entry and its variants, each as what can be named. */
export function namesOf({ variants = [], ...entry }: CatalogEntry): KnownExtractor[] {
  const own = { ...entry, entry: entry.name };
  return [own, ...variants.map((variant) => ({ ...own, ...variant }))];
}
