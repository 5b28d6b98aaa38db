import { isBuiltModule } from '../own-module.ts';

/** How child processes are started, apart from the program: Node's own arguments and the environment. */

/**
 * Arguments for Node, for a child that loads this module: the loader for TypeScript, found from here, so that it
 * is there however the harness itself was started. Only extractors of the built package do without. Nothing is
 * taken over from the harness: its `--inspect` would keep the children waiting.
 */
export function nodeArguments(moduleUrl: string): string[] {
  return isBuiltModule(moduleUrl) ? [] : ['--import', import.meta.resolve('tsx')];
}

/**
 * The harness's environment with a fixed time zone and locale, so that dates and sorting do not depend on
 * the machine, and without a debugger in `NODE_OPTIONS`.
 */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fixed = { ...environment, TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const options = environment['NODE_OPTIONS'];
  if (options === undefined) return fixed;
  return { ...fixed, NODE_OPTIONS: options.replace(/--inspect(?:-port[= ]\S+|[^\s]*)/g, '').trim() };
}
