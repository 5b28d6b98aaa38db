import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isRecord } from '../util/is-record.ts';
import { PEERS_FILE, PUBLISHED_FOLDER } from './published-table.ts';

/** A known extractor in a published table. */
export interface PublishedPeer {
  /** Its name in the catalogue. */
  readonly extractor: string;
  /** File of the table without its ending, and what the extractor is called there. */
  readonly table: string;
  readonly system: string;
  /** Our version that is the published one, where the two are written differently. */
  readonly same?: string;
  /** Why the figures of a version of ours are others, found by a look at the pages; no other version is explained by it. */
  readonly explained?: { readonly version: string; readonly reason: string };
}

/** Reads which known extractor is which row of which published table. */
export async function readPublishedPeers(): Promise<readonly PublishedPeer[]> {
  const source = await readFile(PUBLISHED_FOLDER + PEERS_FILE, 'utf8');
  const file: unknown = parse(source, { schema: 'failsafe' });
  if (isPeersFile(file)) return file.peers;
  throw new Error(`reports/published/${PEERS_FILE} names no peers`);
}

/** The file is part of Assay, and a test reads it; so its marks will do. */
function isPeersFile(value: unknown): value is { readonly peers: readonly PublishedPeer[] } {
  return isRecord(value) && Array.isArray(value['peers']);
}
