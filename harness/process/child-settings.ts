import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How child processes are started, apart from the program: Node's own arguments and the environment. */

/**
 * Arguments for Node, for a child that loads this module: the loader for TypeScript, found from here, unless the module
 * is JavaScript, because the loader takes three times as long to start as Node itself. Nothing is taken over from the
 * harness: its `--inspect` would keep the children waiting.
 */
export function nodeArguments(moduleUrl: string): string[] {
  return /\.[cm]?js(?:[?#]|$)/.test(moduleUrl) ? [] : ['--import', import.meta.resolve('tsx')];
}

/** Share of a module's memory that its heap of JavaScript may take; the rest is for Node itself and buffers. */
const HEAP_SHARE = 0.75;

/** The share of new objects, and the most for them: what Node gives them on a machine with memory enough. */
const NEW_OBJECTS_SHARE = 1 / 64;
const MOST_NEW_OBJECTS_MB = 16;

/**
 * Arguments for Node that keep the heap within the memory of the process, so that garbage is collected before the
 * limit is reached, and that there is one where resident memory cannot be watched. In a control group Node would make the
 * place for new objects smaller than outside, and Readability a tenth slower; so it is set. What is set in `NODE_OPTIONS`
 * is left to it.
 */
export function heapArguments(memoryMb: number, { NODE_OPTIONS = '' }: NodeJS.ProcessEnv): string[] {
  const newObjectsMb = Math.min(MOST_NEW_OBJECTS_MB, Math.ceil(memoryMb * NEW_OBJECTS_SHARE));
  const given = NODE_OPTIONS.replaceAll('_', '-');
  const sizes = {
    '--max-old-space-size': Math.ceil(memoryMb * HEAP_SHARE),
    '--max-semi-space-size': newObjectsMb,
  };
  return Object.entries(sizes)
    .filter(([name]) => !given.includes(name))
    .map(([name, megabytes]) => `${name}=${megabytes}`);
}

/** Time zone, locale, and the order of things in Python, so that output does not depend on the machine. */
const FIXED = {
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  PYTHONUNBUFFERED: '1',
  PYTHONIOENCODING: 'utf-8',
  PYTHONHASHSEED: '0',
};

/** Variables that say where programs, their libraries and packages are; none holds what is secret. */
const PLACES = new Set([
  'PATH',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'NODE_OPTIONS',
  'NODE_PATH',
  'PYTHONPATH',
  'PYTHONHOME',
  'PYTHONDONTWRITEBYTECODE',
  'PYTHONUSERBASE',
  'VIRTUAL_ENV',
  'CONDA_PREFIX',
  'PYENV_ROOT',
  'PYENV_VERSION',
  'JAVA_HOME',
  'GOROOT',
  'GOPATH',
  'RUSTUP_HOME',
  'RUSTUP_TOOLCHAIN',
  'GEM_HOME',
  'GEM_PATH',
  'PERL5LIB',
  'ASSAY_PEERS',
]);

/** What programs of Windows do not start without. */
const WINDOWS = new Set([
  'PATHEXT',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'NUMBER_OF_PROCESSORS',
]);

/** Which way leads out, and whose certificates count there. */
const NETWORK =
  /^(?:(?:https?|ftp|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/i;

/** Folders of the home directory that languages look for there, and the variables that say where they are. */
const IN_HOME = { PYTHONUSERBASE: '.local', RUSTUP_HOME: '.rustup', GOPATH: 'go' };

/** What an environment is made for. */
export interface ChildNeeds {
  /** Default: false. */
  readonly allowNetwork?: boolean;
  /** Variables that the configuration gives, before all others. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * The environment of an extractor: of the harness's own the variables that say where programs and packages are, nothing
 * else; proxies and certificates where it has the network; a fixed time zone and locale, and unbuffered output where a
 * variable can ask for it. A debugger in `NODE_OPTIONS` is left out. Home and temporary folder come with each process.
 */
export function childEnvironment(environment: NodeJS.ProcessEnv, needs: ChildNeeds = {}): NodeJS.ProcessEnv {
  const passed = Object.entries(environment).filter(([name]) => isPassed(name, needs));
  return {
    ...placesInHome(environment),
    ...Object.fromEntries(passed.map(([name, value]) => [name, withoutDebugger(name, value)])),
    ...FIXED,
    ...needs.variables,
  };
}

function isPassed(name: string, { allowNetwork = false }: ChildNeeds): boolean {
  if (allowNetwork && NETWORK.test(name)) return true;
  if (process.platform !== 'win32') return PLACES.has(name);
  return PLACES.has(name.toUpperCase()) || WINDOWS.has(name.toUpperCase());
}

function placesInHome({ HOME = '' }: NodeJS.ProcessEnv): Record<string, string> {
  if (HOME === '') return {};
  const places = Object.entries(IN_HOME).map(([name, folder]) => [name, join(HOME, folder)] as const);
  return Object.fromEntries(places.filter(([, folder]) => existsSync(folder)));
}

function withoutDebugger(name: string, value: string | undefined): string | undefined {
  if (name !== 'NODE_OPTIONS') return value;
  return value?.replace(/--inspect(?:-port[= ]\S+|[^\s]*)/g, '').trim();
}

/** Names of variables that stand alone in a message. */
const NAME = /(?<![\w$])[A-Z][A-Z\d]*_[A-Z\d_]+(?!\w)/g;

/** The first variable that a message names, that the harness has and that a process with this environment was not given. */
export function withheldVariable(
  message: string,
  given: NodeJS.ProcessEnv,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const names = message.match(NAME) ?? [];
  return names.find((name) => environment[name] !== undefined && given[name] === undefined);
}
