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

/**
 * Argument for Node that keeps the heap within the memory of the process, so that garbage is collected before the
 * limit is reached, and that there is one where resident memory cannot be watched. Who sets the heap in
 * `NODE_OPTIONS` is left to it.
 */
export function heapArguments(memoryMb: number, { NODE_OPTIONS = '' }: NodeJS.ProcessEnv): string[] {
  if (/--max[-_]old[-_]space[-_]size/.test(NODE_OPTIONS)) return [];
  return [`--max-old-space-size=${Math.ceil(memoryMb * HEAP_SHARE)}`];
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

const PROXY = /^(?:https?|ftp|all|no)_proxy$/i;

/**
 * The harness's environment with a fixed time zone and locale, unbuffered output where a variable can ask for it,
 * without a debugger in `NODE_OPTIONS`, and without proxies where the network is refused.
 */
export function childEnvironment(
  environment: NodeJS.ProcessEnv,
  { allowNetwork = false }: { readonly allowNetwork?: boolean } = {},
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => allowNetwork || !PROXY.test(name));
  const fixed = { ...Object.fromEntries(kept), ...FIXED };
  const options = environment['NODE_OPTIONS'];
  if (options === undefined) return fixed;
  return { ...fixed, NODE_OPTIONS: options.replace(/--inspect(?:-port[= ]\S+|[^\s]*)/g, '').trim() };
}
