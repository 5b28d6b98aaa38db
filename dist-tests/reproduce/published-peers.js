import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isRecord } from "../util/is-record.js";
import { PEERS_FILE, PUBLISHED_FOLDER } from "./published-table.js";
/** Reads which known extractor is which row of which published table. */
export async function readPublishedPeers() {
    const source = await readFile(PUBLISHED_FOLDER + PEERS_FILE, 'utf8');
    const file = parse(source, { schema: 'failsafe' });
    if (isPeersFile(file))
        return file.peers;
    throw new Error(`reports/published/${PEERS_FILE} names no peers`);
}
/** The file is part of Assay, and a test reads it; so its marks will do. */
function isPeersFile(value) {
    return isRecord(value) && Array.isArray(value['peers']);
}
