import fs from 'node:fs';
import { Module, isBuiltin, register, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { isRecord } from "../../util/is-record.js";
import { ownModule } from "../../util/own-module.js";
/**
 * Keeps account, in the process of a module, of the files that what it does depends on: everything that Node's two
 * loaders load (sources, packages, JSON, native add-ons), and everything that is opened by `node:fs`. Not seen: files
 * that native code, a worker thread or another process opens.
 */
/** Files that were loaded, and files and folders that were looked for, there or not; each is told once. */
const loaded = new Set();
const looked = new Set();
const told = new Set();
let port;
/** Begins to keep account. Called before anything is loaded that is to be seen. */
export function watchLoadedFiles() {
    const { port1, port2 } = new MessageChannel();
    const hooks = ownModule(new URL('./loaded-files-hooks.ts', import.meta.url));
    register(hooks.href, { data: { port: port2 }, transferList: [port2] });
    port1.unref();
    port = port1;
    watchRequire();
    watchFileSystem();
    // What the loader of TypeScript goes by.
    lookUpwards(process.cwd(), 'tsconfig.json');
}
/** What has come up since the last call. */
export function takeFileNames() {
    for (let next = receive(); next !== undefined; next = receive())
        noticeModule(next);
    return { loaded: takeNew(loaded), looked: takeNew(looked) };
}
function receive() {
    const received = port && receiveMessageOnPort(port);
    // oxlint-disable-next-line no-unsafe-type-assertion -- sent by our own hooks
    return isRecord(received) ? received['message'] : undefined;
}
function takeNew(paths) {
    const fresh = [...paths].filter((path) => !told.has(path));
    for (const path of fresh)
        told.add(path);
    paths.clear();
    return fresh;
}
function noticeModule({ url, specifier, parent }) {
    const path = pathOf(url);
    if (specifier === undefined)
        addLoaded(path);
    else
        lookFor(specifier, pathOf(parent ?? ''), path);
}
function pathOf(url) {
    return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/s, '')) : undefined;
}
function addLoaded(path) {
    if (path === undefined || !isAbsolute(path))
        return;
    loaded.add(path);
    // How a file is read and what its imports mean hangs on the nearest package.json.
    lookUpwards(dirname(path), 'package.json');
}
const lookedUpwards = new Set();
/** The name in the folder and above it, up to where it is found: one that comes nearer would change the answer. */
function lookUpwards(folder, name) {
    for (let at = folder; !lookedUpwards.has(join(at, name)); at = dirname(at)) {
        const path = join(at, name);
        lookedUpwards.add(path);
        looked.add(path);
        if (fs.existsSync(path))
            return;
    }
}
/** What else a specifier could have meant, had it been there. */
function lookFor(specifier, parent, found) {
    if (parent === undefined || isBuiltin(specifier) || /^(?:#|[a-z][a-z+.-]*:)/i.test(specifier))
        return;
    if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') {
        const literal = resolve(dirname(parent), specifier.replace(/[?#].*$/s, ''));
        if (literal !== found)
            looked.add(literal);
        return;
    }
    const [name = '', second = ''] = specifier.split('/');
    lookUpwards(dirname(parent), join('node_modules', name.startsWith('@') ? join(name, second) : name));
}
/** The loader of CommonJS, in functions that Node does not document and that tools rely on; and native add-ons. */
function watchRequire() {
    watchCalls(Module, '_resolveFilename', ([request, parent], found) => {
        const from = isRecord(parent) ? parent['filename'] : undefined;
        if (typeof request === 'string')
            lookFor(request, textOf(from), textOf(found));
    });
    watchCalls(Module.prototype, 'load', ([filename]) => addLoaded(textOf(filename)));
    watchCalls(process, 'dlopen', ([, filename]) => addLoaded(textOf(filename)));
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Everything in `node:fs` that opens a file by its path goes through one of these. */
function watchFileSystem() {
    for (const name of ['open', 'openSync', 'readFile', 'readFileSync']) {
        watchCalls(fs, name, ([path]) => addLooked(path));
    }
    for (const name of ['open', 'readFile'])
        watchCalls(fs.promises, name, ([path]) => addLooked(path));
    // Named imports of the module hold the functions themselves.
    syncBuiltinESMExports();
}
/** Replaces a method by one that does the same and tells of each call, with what it gave; or threw, then with nothing. */
function watchCalls(owner, name, tell) {
    // oxlint-disable-next-line no-unsafe-type-assertion -- methods, picked by their names
    const methods = owner;
    const original = methods[name];
    const watching = function (...call) {
        let given;
        try {
            given = Reflect.apply(original, this, call);
            return given;
        }
        finally {
            tell(call, given);
        }
    };
    // Some of them carry more, e.g. what `util.promisify` takes in their place.
    Object.defineProperties(watching, Object.getOwnPropertyDescriptors(original));
    methods[name] = watching;
}
/** State of the system, and what the loader of TypeScript keeps for itself, is no input. */
const NO_INPUT = [`${sep}proc${sep}`, `${sep}sys${sep}`, `${sep}dev${sep}`, join(tmpdir(), 'tsx-')];
function addLooked(path) {
    const text = path instanceof URL ? pathOf(path.href) : Buffer.isBuffer(path) ? path.toString() : path;
    if (typeof text !== 'string')
        return;
    const whole = resolve(text);
    if (!NO_INPUT.some((start) => whole.startsWith(start)))
        looked.add(whole);
}
