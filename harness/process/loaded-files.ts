import fs from 'node:fs';
import { Module, isBuiltin, register, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { isRecord } from '../util/is-record.ts';
import { ownModule } from '../util/own-module.ts';
import type { ModuleNotice } from './loaded-files-hooks.ts';
import type { FileNames } from './touched-files.ts';

/**
 * Keeps account, in the process of a module, of the files that what it does depends on: everything that Node's two
 * loaders load (sources, packages, JSON, native add-ons), and everything that is opened or asked about by
 * `node:fs`. Not seen: files that native code, a worker thread or another process opens; of a folder that is listed
 * with `recursive`, the folders in it.
 */

/** Files that were loaded, and files and folders that were looked for, there or not; each is reported once. */
const loaded = new Set<string>();
const looked = new Set<string>();
const reported = new Set<string>();
let port: MessagePort | undefined;

/** Begins to keep account. Called before anything is loaded that is to be seen. */
export function watchLoadedFiles(): void {
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
export function takeFileNames(): FileNames {
  for (let next = receive(); next !== undefined; next = receive()) noticeModule(next);
  return { loaded: takeNew(loaded), looked: takeNew(looked) };
}

function receive(): ModuleNotice | undefined {
  const received: unknown = port && receiveMessageOnPort(port);
  // oxlint-disable-next-line no-unsafe-type-assertion -- sent by our own hooks
  return isRecord(received) ? (received['message'] as ModuleNotice) : undefined;
}

function takeNew(paths: Set<string>): string[] {
  const fresh = [...paths].filter((path) => !reported.has(path));
  for (const path of fresh) reported.add(path);
  paths.clear();
  return fresh;
}

function noticeModule({ url, specifier, parent }: ModuleNotice): void {
  const path = pathOf(url);
  if (specifier === undefined) addLoaded(path);
  else lookFor(specifier, pathOf(parent ?? ''), path);
}

function pathOf(url: string): string | undefined {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/s, '')) : undefined;
}

function addLoaded(path: string | undefined): void {
  if (path === undefined || !isAbsolute(path)) return;
  loaded.add(path);
  // How a file is read and what its imports mean hangs on the nearest package.json.
  lookUpwards(dirname(path), 'package.json');
}

const lookedUpwards = new Set<string>();

/** The name in the folder and above it, up to where it is found: one that comes nearer would change the answer. */
function lookUpwards(folder: string, name: string): void {
  for (let at = folder; !lookedUpwards.has(join(at, name)); at = dirname(at)) {
    const path = join(at, name);
    lookedUpwards.add(path);
    looked.add(path);
    if (fs.existsSync(path)) return;
  }
}

/** What else a specifier could have meant, had it been there. */
function lookFor(specifier: string, parent: string | undefined, found: string | undefined): void {
  if (parent === undefined || isBuiltin(specifier) || /^(?:#|[a-z][a-z+.-]*:)/i.test(specifier)) return;
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') {
    const literal = resolve(dirname(parent), specifier.replace(/[?#].*$/s, ''));
    if (literal !== found) looked.add(literal);
    return;
  }
  const [name = '', second = ''] = specifier.split('/');
  lookUpwards(dirname(parent), join('node_modules', name.startsWith('@') ? join(name, second) : name));
}

/** The loader of CommonJS, in functions that Node does not document and that tools rely on; and native add-ons. */
function watchRequire(): void {
  watchCalls(Module, '_resolveFilename', ([request, parent], found) => {
    const from = isRecord(parent) ? parent['filename'] : undefined;
    if (typeof request === 'string') lookFor(request, textOf(from), textOf(found));
  });
  watchCalls(Module.prototype, 'load', ([filename]) => addLoaded(textOf(filename)));
  watchCalls(process, 'dlopen', ([, filename]) => addLoaded(textOf(filename)));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Everything in `node:fs` that opens a file by its path, or asks what is there, goes through one of these; most have a
 * second form that ends with `Sync`, and most a third in `fs.promises`.
 */
const LOOKING = ['open', 'readFile', 'exists', 'stat', 'lstat', 'access', 'readlink', 'realpath', 'copyFile', 'cp', 'openAsBlob']; // prettier-ignore
/** What says which files are in a folder. */
const LISTING = ['readdir', 'opendir'];

function watchFileSystem(): void {
  for (const owner of [fs, fs.promises]) {
    for (const name of LOOKING) {
      for (const form of [name, `${name}Sync`]) watchCalls(owner, form, ([path]) => addLooked(path));
    }
    for (const name of LISTING) {
      for (const form of [name, `${name}Sync`]) watchCalls(owner, form, ([path]) => addLooked(path, sep));
    }
  }
  for (const owner of [fs.realpath, fs.realpathSync]) {
    watchCalls(owner, 'native', ([path]) => addLooked(path));
  }
  // Named imports of the module hold the functions themselves.
  syncBuiltinESMExports();
}

/** Has `onCall` see each call of a method and what it returned; undefined where it threw. */
function watchCalls(
  owner: object,
  name: string,
  onCall: (call: readonly unknown[], returned: unknown) => void,
): void {
  // oxlint-disable-next-line no-unsafe-type-assertion -- methods, picked by their names
  const methods = owner as Record<string, (...call: unknown[]) => unknown>;
  const original = methods[name];
  if (original === undefined) return;
  const watching = function (this: unknown, ...call: unknown[]): unknown {
    let returned: unknown;
    try {
      returned = Reflect.apply(original, this, call);
      return returned;
    } finally {
      onCall(call, returned);
    }
  };
  // Some of them carry more, e.g. what `util.promisify` takes in their place.
  Object.defineProperties(watching, Object.getOwnPropertyDescriptors(original));
  methods[name] = watching;
}

/** State of the system is no input, nor is what the process puts into its own folder, as the loader of TypeScript does. */
const NO_INPUT = [`${sep}proc${sep}`, `${sep}sys${sep}`, `${sep}dev${sep}`, tmpdir() + sep];

/** `ending`: what tells the listing of a folder from the folder. */
function addLooked(path: unknown, ending = ''): void {
  const text = path instanceof URL ? pathOf(path.href) : Buffer.isBuffer(path) ? path.toString() : path;
  // No file is called so; the names of files are sent with it between them.
  if (typeof text !== 'string' || text.includes('\0')) return;
  const whole = resolve(text) + ending;
  if (!NO_INPUT.some((start) => whole.startsWith(start))) looked.add(whole);
}
