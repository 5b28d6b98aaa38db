import { defined } from '../../../util/defined.ts';
import type { CatalogEntry, HowToRun, Peer, PeerLanguage } from '../catalog-entry.ts';

/** What is said of an extractor of others; how it is run follows from its language and its name. */
interface PeerEntry extends Omit<CatalogEntry, 'run' | 'peer'>, Omit<Peer, 'language' | 'packages'> {
  /** Packages of its language with the version that is installed, the one measured first. */
  readonly installs: Peer['packages'];
}

const HOW_TO_RUN: Readonly<Record<PeerLanguage, (name: string) => HowToRun>> = {
  npm: (name) => ({ module: new URL(`../npm/${name}.ts`, import.meta.url) }),
  python: (name) => ({ python: `${name.replaceAll('-', '_')}_adapter.py` }),
  go: (name) => ({ program: 'assay-go-peers', words: [name], protocol: 'jsonl' }),
  rust: (name) => ({ program: 'assay-rust-peers', words: [name], protocol: 'jsonl' }),
  jvm: (name) => ({ program: 'assay-jvm-peers', words: [name], protocol: 'jsonl' }),
};

/** The entries of extractors in one language that `npm run peers` sets up. */
export function peerEntries(language: PeerLanguage, entries: readonly PeerEntry[]): readonly CatalogEntry[] {
  return entries.map(({ installs, overrides, python, ...about }) => ({
    ...about,
    run: HOW_TO_RUN[language](about.name),
    peer: { language, packages: installs, ...defined({ overrides, python }) },
  }));
}
