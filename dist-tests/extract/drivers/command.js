import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AssayError } from "../../util/error.js";
import { commandWords } from "../../util/command-words.js";
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS } from "../extractor.js";
import { loadInputReader } from "../input-reader.js";
import { askForHandshake } from "./ask-for-handshake.js";
import { commandFingerprint } from "./command-fingerprint.js";
import { findProgram } from "../../process/find-program.js";
import { JsonLinesProcess } from "./json-lines-process.js";
import { networkAccess } from "../../process/network-namespace.js";
import { pageRequest } from "./page-request.js";
import { poolSession } from "./pool-session.js";
import { ProcessWorker } from "./process-worker.js";
import { StdioProcess } from "./stdio-process.js";
/**
 * An extractor that is a command in any language. One of `jsonl` is started once without any input, to see that it
 * starts and what it says of itself. It is called what its handshake says, else as its command reads, without folders.
 *
 * @throws AssayError `usage`: no such program or folder, or one of `jsonl` that does not start.
 */
export async function loadCommandExtractor(entry, options) {
    const { source } = options;
    const words = commandWords(entry.command, source);
    const call = prepare(entry, words, options);
    const startLimitMs = Math.min(entry.startTimeoutMs ?? DEFAULT_START_LIMIT_MS, LONGEST_TIMEOUT_MS);
    const handshake = entry.protocol === 'jsonl' ? await askForHandshake(call, source, startLimitMs) : undefined;
    const about = describe(entry, words, handshake);
    const findFingerprint = () => commandFingerprint(entry, about.version, words, call.cwd, source);
    const fingerprint = await findFingerprint();
    return {
        ...about,
        baseline: false,
        driver: 'command',
        source,
        fingerprint,
        network: networkAccess(call.allowNetwork, false),
        ...(entry.fingerprint !== undefined && {
            dependence: {
                settings: [call.cwd],
                isUnchanged: async () => (await findFingerprint()) === fingerprint,
            },
        }),
        open: async (session) => {
            const readInput = await loadInputReader(about.accepts);
            const create = processMaker(entry, { ...call, startLimitMs }, handshake, readInput, session);
            const pool = Array.from({ length: session.workers }, () => new ProcessWorker(create, session.timeoutMs));
            return poolSession(pool, about.accepts);
        },
    };
}
function prepare(entry, words, { folder, source }) {
    const cwd = entry.cwd ?? folder;
    if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new AssayError('usage', `${source}: found no folder ${cwd} to run it in; check cwd`);
    }
    const [name, ...others] = words;
    const program = findProgram(name, cwd, entry.env?.['PATH']);
    if (program === undefined) {
        const where = name.includes('/') ? `that can be run at ${name}` : `${name} in the folders of PATH`;
        throw new AssayError('usage', `${source}: found no program ${where}; install it, or name it by its path`);
    }
    return { words: [program, ...others], cwd, env: entry.env ?? {}, allowNetwork: entry.network ?? false };
}
function describe(entry, words, handshake) {
    return {
        name: handshake?.name ?? nameOf(words),
        version: entry.version ?? handshake?.version ?? 'unstated',
        accepts: entry.accepts ?? handshake?.accepts ?? ['html'],
    };
}
/** Longest name that is made from a command, in UTF-16 code units. */
const LONGEST_NAME = 60;
/** The command as it was written, without the folders of its files: variants of one program have different names. */
function nameOf(words) {
    const shown = words.map((word) => (word.includes('/') ? basename(word) : word)).join(' ');
    return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…`.toWellFormed() : shown;
}
function processMaker({ output = 'text', wants, protocol }, prepared, handshake, readInput, { memoryMb = DEFAULT_MEMORY_MB }) {
    if (protocol === 'jsonl') {
        const form = wants ?? handshake?.wants ?? 'html';
        const greets = handshake !== undefined;
        const call = { ...prepared, memoryMb, greets };
        return () => new JsonLinesProcess({ ...call, input: (page) => pageRequest(page, form, readInput) });
    }
    return () => new StdioProcess({
        ...prepared,
        memoryMb,
        output,
        input: (page) => {
            const input = readInput(page);
            if (wants !== 'html')
                return input.bytes;
            return input.media === 'html' ? input.html : input.text;
        },
    });
}
