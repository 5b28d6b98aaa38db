import type { LoadFnOutput, LoadHookContext, ResolveFnOutput, ResolveHookContext } from 'node:module';
import type { MessagePort } from 'node:worker_threads';

/**
 * Hooks of Node's loader for ES modules, on the thread that Node runs them on: they tell `loaded-files.ts` what was
 * resolved and loaded, and change nothing.
 */

/** `parent` and `url` are URLs; of a loaded module alone there is no specifier. */
export interface ModuleNotice {
  readonly url: string;
  readonly specifier?: string;
  readonly parent?: string;
}

let port: MessagePort;

/** Called by Node when the hooks are registered, with the port at which they tell. */
export function initialize(data: { readonly port: MessagePort }): void {
  port = data.port;
}

type NextResolve = (specifier: string, context?: ResolveHookContext) => Promise<ResolveFnOutput>;
type NextLoad = (url: string, context?: LoadHookContext) => Promise<LoadFnOutput>;

/** Told once it is known what a specifier means; one that means nothing is not told. */
export async function resolve(
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): Promise<ResolveFnOutput> {
  const resolved = await next(specifier, context);
  const { parentURL: parent } = context;
  if (parent !== undefined) tell({ url: resolved.url, specifier, parent });
  return resolved;
}

/** Told before it is read: what is loaded is known by the time that its code runs. */
export function load(url: string, context: LoadHookContext, next: NextLoad): Promise<LoadFnOutput> {
  tell({ url });
  return next(url, context);
}

function tell(notice: ModuleNotice): void {
  port.postMessage(notice);
}
