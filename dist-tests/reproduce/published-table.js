import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isRecord } from "../util/is-record.js";
/** The folder is the same seen from the sources and from the package. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../../reports/published/', import.meta.url));
/** Stands among the tables and is none: which known extractor is which row. */
export const PEERS_FILE = 'peers.yaml';
/** Reads the published tables, by name of the file. */
export async function readPublishedTables() {
    return (await readNamedTables()).map(({ table }) => table);
}
/** The same, with the names of their files. */
export async function readNamedTables() {
    const files = (await readdir(PUBLISHED_FOLDER)).filter((name) => name.endsWith('.yaml') && name !== PEERS_FILE);
    return Promise.all(files
        .toSorted()
        .map(async (name) => ({ file: name.replace(/\.yaml$/u, ''), table: await readTable(name) })));
}
async function readTable(name) {
    // The failsafe schema leaves figures as they were printed.
    const table = parse(await readFile(PUBLISHED_FOLDER + name, 'utf8'), { schema: 'failsafe' });
    if (isTable(table))
        return table;
    throw new Error(`reports/published/${name} is no table`);
}
/** The files are part of Assay, and a test reads them all; so their marks will do. */
function isTable(value) {
    return isRecord(value) && isRecord(value['columns'] ?? value['pins']);
}
