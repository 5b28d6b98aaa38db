import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PeerLanguage } from '../../harness/extract/catalog/catalog-entry.ts';
import { INSTALLED, readInstalled } from '../../harness/extract/catalog/peer-folder.ts';
import { compareCodeUnits } from '../../harness/util/compare-code-units.ts';
import type { Installer, PeerEntry } from './installer.ts';

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
