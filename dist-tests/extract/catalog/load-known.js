import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssayError } from "../../util/error.js";
import { findProgram } from "../../process/find-program.js";
import { loadModuleExtractor } from "../drivers/module.js";
import { fingerprintOf } from "../fingerprint.js";
import { loadEntry } from "../load-entry.js";
import { ownModule } from "../../util/own-module.js";
import { sha256 } from "../../util/sha256.js";
import { installHint } from "./install-hint.js";
import { peerFolder, readInstalled } from "./peer-folder.js";
import { hasPackage } from "./peer-package.js";
/** The scripts; at the same place seen from the source and from what was built of it. */
const PYTHON_SCRIPTS = fileURLToPath(new URL('../../../harness/extract/catalog/python/', import.meta.url));
/** The loop that all scripts share. */
const PYTHON_LOOP = 'serve_pages.py';
/** There in a clone of Assay, built or not; not in the package. */
const PEERS_SCRIPT = new URL('../../../scripts/peers.ts', import.meta.url);
/** How long an extractor of another language may take to start, in milliseconds: many may be starting at once. */
const START_LIMIT_MS = 120_000;
/**
 * An extractor of the catalogue.
 *
 * @throws AssayError `usage` where what it needs is not installed, with what to do.
 */
export async function loadKnown(known, options = {}) {
    const { run } = known;
    if ('module' in run)
        return loadModule(known, run.module, options);
    return 'python' in run ? loadPython(known, run.python) : loadProgram(known, run);
}
async function loadModule(known, module, { descriptions }) {
    const { name, entry, options, peer } = known;
    const missing = Object.keys(peer?.packages ?? {}).find((each) => !hasPackage(entry, each));
    if (missing !== undefined)
        throw notInstalled(known, `found no npm package ${missing}`);
    const extractor = await loadModuleExtractor(ownModule(module), {
        source: name,
        startLimitMs: START_LIMIT_MS,
        descriptions,
        ...(options !== undefined && { options }),
    });
    return { ...extractor, name };
}
async function loadPython(known, script) {
    const folder = peerFolder('python', known.entry);
    const program = folder === undefined ? 'python3' : join(folder, 'bin/python');
    if (findProgram(program, process.cwd()) === undefined) {
        throw notInstalled(known, 'found no program python3 in the folders of PATH');
    }
    const path = join(PYTHON_SCRIPTS, script);
    const extractor = await loadCommand(known, {
        command: [program, path],
        protocol: 'jsonl',
        env: { PYTHONDONTWRITEBYTECODE: '1' },
    });
    const files = [readFileSync(path), readFileSync(join(PYTHON_SCRIPTS, PYTHON_LOOP))];
    return { ...extractor, fingerprint: fingerprintFrom(known, extractor.version, files, folder) };
}
async function loadProgram(known, { program, words = [], ...settings }) {
    const folder = known.peer && peerFolder(known.peer.language, known.entry);
    const path = folder === undefined ? program : join(folder, 'bin', program);
    const found = findProgram(path, process.cwd());
    if (found === undefined)
        throw notInstalled(known, `found no program ${program} in the folders of PATH`);
    const extractor = await loadCommand(known, { ...settings, command: [found, ...words] });
    const { protocol, output, wants } = settings;
    const state = JSON.stringify([words, protocol, output, wants]);
    const files = [Buffer.from(state), readFileSync(found)];
    return { ...extractor, fingerprint: fingerprintFrom(known, extractor.version, files, folder) };
}
async function loadCommand(known, { command, ...settings }) {
    const { name, options } = known;
    const argument = options === undefined ? [] : [JSON.stringify(options)];
    const entry = { startTimeoutMs: START_LIMIT_MS, ...settings, command: [...command, ...argument] };
    try {
        const extractor = await loadEntry(entry, process.cwd());
        return { ...extractor, name, source: name, ...(options !== undefined && { options }) };
    }
    catch (error) {
        throw error instanceof AssayError ? notInstalled(known, problemOf(error.message)) : error;
    }
}
/** Of what a program said before it ended the last line: in Python, what is missing. */
function problemOf(message) {
    const lines = message.trim().split('\n');
    return lines.length === 1 ? message : lines.at(-1).trim();
}
function notInstalled(known, found) {
    return new AssayError('usage', `${known.name}: ${found}; install it: ${installHint(known, existsSync(PEERS_SCRIPT))}`);
}
/** Without a path in it, so that the same extractor has the same fingerprint on every machine. */
function fingerprintFrom({ options }, version, files, folder) {
    const installed = (folder !== undefined && readInstalled(folder)) || '';
    const digests = [...files, Buffer.from(installed)].map((file) => sha256(file));
    return fingerprintOf('command', version, Buffer.from(digests.join('\n')), options);
}
