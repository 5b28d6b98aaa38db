import { defined } from "../util/defined.js";
import { nameOf } from "./config-reading.js";
import { readOptions } from "./read-options.js";
const MEDIA = { html: 'web pages', text: 'plain text' };
const WANTS = { html: 'decoded', bytes: 'as they came' };
const PROTOCOLS = { stdio: 'one process a page', jsonl: 'one process for all' };
const OUTPUTS = { text: 'plain text', html: 'HTML', markdown: 'Markdown' };
const MODULE_KEYS = ['module', 'options', 'network'];
const FOREIGN_KEYS = ['accepts', 'wants', 'version', 'fingerprint'];
const COMMAND_KEYS = [
    'command',
    'protocol',
    'output',
    'cwd',
    'env',
    'network',
    'startTimeout',
    ...FOREIGN_KEYS,
];
const HTTP_KEYS = ['http', 'headers', 'concurrency', 'retries', ...FOREIGN_KEYS];
/** What stands behind the name of an extractor; nothing where it has faults, which are reported. */
export function readExtractor(reading, slot) {
    const expected = 'what --extractor takes, or a map with one of the keys module, command and http';
    const mend = 'write ./module.ts, or { module: ./module.ts, options: { … } }';
    const { value } = slot;
    if (typeof value !== 'object' || value === null)
        return reading.text(slot, expected, mend);
    if ('command' in value)
        return readCommand(reading, slot);
    if ('http' in value)
        return readHttp(reading, slot);
    return readModule(reading, slot);
}
function readModule(reading, slot) {
    const fields = reading.closed(slot, MODULE_KEYS);
    if (fields === undefined)
        return undefined;
    const module = fields.get('module') ?? { path: slot.path, value: undefined };
    const expected = 'the path of a module under the key module (or a command, or http)';
    const path = reading.text(module, expected, 'write module: ./module.ts');
    const options = fields.get('options') && readOptions(reading, fields.get('options'));
    const network = readNetwork(reading, fields);
    return path === undefined ? undefined : defined({ module: path, options, network });
}
function readCommand(reading, slot) {
    const fields = reading.closed(slot, COMMAND_KEYS);
    if (fields === undefined)
        return undefined;
    const command = readWords(reading, fields.get('command'));
    const read = reader(fields);
    const entry = {
        protocol: read('protocol', (field) => reading.word(field, PROTOCOLS)),
        output: read('output', (field) => readOutput(reading, field, fields)),
        cwd: read('cwd', (field) => reading.text(field, 'a folder', 'write ./folder')),
        env: read('env', (field) => readVariables(reading, field)),
        network: readNetwork(reading, fields),
        startTimeout: read('startTimeout', (field) => reading.count(field, 'write milliseconds, e.g. 60000')),
        ...readForeign(reading, fields),
    };
    return command === undefined ? undefined : defined({ command, ...entry });
}
function readHttp(reading, slot) {
    const fields = reading.closed(slot, HTTP_KEYS);
    if (fields === undefined)
        return undefined;
    const read = reader(fields);
    const http = reading.text(fields.get('http'), 'the URL of a service', 'write http: http://localhost:8000/');
    const entry = {
        headers: read('headers', (field) => readHeaders(reading, field)),
        concurrency: read('concurrency', (field) => reading.count(field, 'take it away for one a worker')),
        retries: read('retries', (field) => readRetries(reading, field)),
        ...readForeign(reading, fields),
    };
    return http === undefined ? undefined : defined({ http, ...entry });
}
/** Keys of everything that is no module. */
function readForeign(reading, fields) {
    const read = reader(fields);
    return defined({
        accepts: read('accepts', (field) => readMedia(reading, field)),
        wants: read('wants', (field) => reading.word(field, WANTS)),
        version: read('version', (field) => reading.text(field, 'a version', 'quote it: version: "1.0"')),
        fingerprint: read('fingerprint', (field) => readFingerprint(reading, field)),
    });
}
function reader(fields) {
    return (key, read) => {
        const field = fields.get(key);
        return field && read(field);
    };
}
/** A command in one text, or a list of its words. */
function readWords(reading, slot) {
    const expected = 'a program and its arguments, in one text or a list';
    if (!Array.isArray(slot.value))
        return reading.text(slot, expected, 'write program --option');
    return readTexts(reading, slot, expected, 'write [program, --option]');
}
function readTexts(reading, slot, expected, mend) {
    const items = reading.list(slot, expected, mend);
    const texts = items?.map((item) => reading.text(item, 'a text', 'quote it')) ?? [];
    const found = texts.filter((text) => text !== undefined);
    return found.length === 0 ? undefined : found;
}
function readOutput(reading, field, fields) {
    if (fields.get('protocol')?.value !== 'jsonl')
        return reading.word(field, OUTPUTS);
    const expected = 'none with protocol jsonl, in which every answer names its fields';
    return reading.report(field, 'an output', expected, 'take it away');
}
function readNetwork(reading, fields) {
    const field = fields.get('network');
    if (field === undefined)
        return undefined;
    if (typeof field.value === 'boolean')
        return field.value;
    return reading.refuse(field, 'true or false', 'write network: true');
}
function readMedia(reading, slot) {
    const items = reading.list(slot, 'a list of html and text', 'write [html]');
    return items?.map((item) => reading.word(item, MEDIA)).filter((media) => media !== undefined);
}
function readVariables(reading, slot) {
    const fields = reading.fields(slot, 'a map of variables', 'write NAME: value');
    const entries = fields?.map((field) => [
        nameOf(field),
        typeof field.value === 'string' ? field.value : reading.refuse(field, 'a text', 'quote it'),
    ]);
    return entries && present(entries);
}
function readFingerprint(reading, slot) {
    if (Array.isArray(slot.value))
        return readTexts(reading, slot, 'a list of globs', 'write [src/**]');
    const fields = reading.closed(slot, ['command']);
    const field = fields?.get('command');
    if (field === undefined)
        return fields && reading.refuse(slot, 'globs or a command', 'write [src/**]');
    const command = readWords(reading, field);
    return command === undefined ? undefined : { command };
}
function readHeaders(reading, slot) {
    const fields = reading.fields(slot, 'a map of headers', 'write name: value');
    const entries = fields?.map((field) => [
        nameOf(field),
        typeof field.value === 'string' ? field.value : readSecret(reading, field),
    ]);
    return entries && present(entries);
}
function readSecret(reading, slot) {
    const fields = reading.closed(slot, ['env', 'prefix']);
    if (fields === undefined)
        return undefined;
    const variable = fields.get('env') ?? { path: slot.path, value: undefined };
    const env = reading.text(variable, 'the name of a variable under the key env', 'write env: TOKEN');
    const prefix = fields.get('prefix');
    const text = prefix && reading.text(prefix, 'a text', 'quote it, with the blank at its end');
    return env === undefined ? undefined : defined({ env, prefix: text });
}
/** The entries that have a value. */
function present(entries) {
    return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
/** A whole number of at least 0. */
function readRetries(reading, slot) {
    return slot.value === 0 ? 0 : reading.count(slot, 'write 0 to send every request once');
}
