import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AssayError } from "../../util/error.js";
import { commandText, commandWords } from "../../util/command-words.js";
import { fingerprintOf } from "../fingerprint.js";
import { sha256 } from "../../util/sha256.js";
import { childEnvironment } from "../../process/child-settings.js";
import { MOST_OUTPUT_BYTES } from "./command-call.js";
/** How long the command of a `fingerprint` may take, in milliseconds. */
const LIMIT_MS = 60_000;
/**
 * The fingerprint of a command: its settings, every word of it that is a file in its folder, and what `fingerprint`
 * of the configuration names.
 *
 * @throws AssayError `usage`: globs that match nothing, or a command that fails.
 */
export async function commandFingerprint(entry, version, words, cwd, source) {
    const { protocol = 'stdio', output, wants, accepts, env = {} } = entry;
    const settings = { words, protocol, output, wants, accepts: accepts && [...accepts], env };
    const files = words.map((word) => resolve(cwd, word)).filter(isFile);
    const state = [...files.map(digestFile), ...(await stateOf(entry, cwd, source))];
    return fingerprintOf('command', version, Buffer.from(state.join('\n')), toJsonObject(settings));
}
/** Digests of what the `fingerprint` of a configuration names, one a file or command; empty where there is none. */
export async function stateOf({ fingerprint }, cwd, source) {
    if (fingerprint === undefined)
        return [];
    if ('command' in fingerprint)
        return [digestOutput(fingerprint.command, cwd, source)];
    const { default: fastGlob } = await import('fast-glob');
    const files = await fastGlob([...fingerprint], { cwd, dot: true });
    if (files.length > 0)
        return files.toSorted().map((file) => `${file} ${digestFile(resolve(cwd, file))}`);
    const mend = 'check the globs, which are relative to the folder that it runs in';
    throw new AssayError('usage', `${source}: fingerprint ${fingerprint.join(', ')} matches no file; ${mend}`);
}
/** The settings that are there, as JSON. */
export function toJsonObject(settings) {
    // oxlint-disable-next-line no-unsafe-type-assertion -- what JSON gives back is JSON
    return JSON.parse(JSON.stringify(settings));
}
function digestOutput(command, cwd, source) {
    const [program, ...words] = commandWords(command, source);
    const { status, stdout, stderr, error } = spawnSync(program, words, {
        cwd,
        env: childEnvironment(process.env, { allowNetwork: true }),
        timeout: LIMIT_MS,
        maxBuffer: MOST_OUTPUT_BYTES,
    });
    if (status === 0)
        return sha256(stdout);
    const why = error?.message ?? `exit code ${status}: ${stderr.toString().trim().slice(-300)}`;
    throw new AssayError('usage', `${source}: the command of fingerprint, ${commandText(command)}, fails: ${why}`);
}
function digestFile(path) {
    return sha256(readFileSync(path));
}
function isFile(path) {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
