import type { LoadFnOutput, LoadHookContext, ResolveFnOutput, ResolveHookContext } from 'node:module';
import type { MessagePort } from 'node:worker_threads';

/**
 * Hooks of Node's loader for ES modules, on the thread that Node runs them on: they report to `loaded-files.ts` what
 * was resolved and loaded, and change nothing.
 */

/** `parent` and `url` are URLs; of a loaded module alone there is no specifier. */
export interface ModuleNotice {
  readonly url: string;
  readonly specifier?: string;
  readonly parent?: string;
}

let port: MessagePort;

/** Called by Node when the hooks are registered, with the port at which they report. */
export function initialize(data: { readonly port: MessagePort }): void {
  port = data.port;
}

type NextResolve = (specifier: string, context?: ResolveHookContext) => Promise<ResolveFnOutput>;
type NextLoad = (url: string, context?: LoadHookContext) => Promise<LoadFnOutput>;

/** Reports what a specifier means, once that is known; one that means nothing is not reported. */
export async function resolve(
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): Promise<ResolveFnOutput> {
  const resolved = await next(specifier, context);
  const { parentURL: parent } = context;
  if (parent !== undefined) report({ url: resolved.url, specifier, parent });
  return resolved;
}

/** Reports what is loaded before it is read, so that it is known when its code runs. */
export function load(url: string, context: LoadHookContext, next: NextLoad): Promise<LoadFnOutput> {
  report({ url });
  return next(url, context);
}

function report(notice: ModuleNotice): void {
  port.postMessage(notice);
}
