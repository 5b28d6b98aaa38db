import { InvalidArgumentError } from 'commander';
import { LONGEST_TIMEOUT_MS } from "../extract/extractor.js";
/** Parses a whole number of at least 1. */
export function positiveInteger(value) {
    const parsed = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed) || parsed < 1) {
        throw new InvalidArgumentError('It takes a whole number of at least 1.');
    }
    return parsed;
}
/** Parses a time limit, in milliseconds. */
export function timeLimit(value) {
    const parsed = positiveInteger(value);
    if (parsed <= LONGEST_TIMEOUT_MS)
        return parsed;
    throw new InvalidArgumentError(`It takes milliseconds, at most ${LONGEST_TIMEOUT_MS} (12 days).`);
}
/** Flags and description of the option that names a configuration. */
export const CONFIG_OPTION = [
    '--config <file>',
    'configuration file (default: assay.config.ts, .mts, .js, .mjs or .yaml in the working directory)',
];
/** Collects an option that may be given several times. */
export function collect(value, before) {
    return [...(before ?? []), value];
}
/** Name and description of the argument that names corpora. */
export const CORPORA_ARGUMENT = [
    '[corpus...]',
    'a configured name, builtin, a folder, or a public dataset, e.g. aeb:PATH (default: as configured, else builtin)',
];
/** What an argument that may be repeated chose: nothing named is nothing chosen. */
export function chosen(sources) {
    return sources.length === 0 ? undefined : sources;
}
/** Parses a shard: `2/8` is the second of eight. */
export function shard(value) {
    const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? [];
    const parsed = { index: Number(index), count: Number(count) };
    if (index === undefined || parsed.index < 1 || parsed.index > parsed.count) {
        throw new InvalidArgumentError('It takes I/N: the I-th of N parts, e.g. 1/4 to 4/4.');
    }
    return parsed;
}
