import { Module, createRequire, register } from 'node:module';
import type { ResolveHook } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the processes of an extractor before anything else (`--import`): whatever imports or requires a package there
 * gets that of another folder. Name and folder stand in the address of this module.
 */

const asked = new URL(import.meta.url).searchParams;
const [name, folder] = [asked.get('name')!, asked.get('folder')!];
const manifest = join(folder, 'package.json');

function isReplaced(specifier: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** Node's loader of modules, in the thread that resolves for it. */
export const resolve: ResolveHook = (specifier, context, next) =>
  next(specifier, isReplaced(specifier) ? { ...context, parentURL: pathToFileURL(manifest).href } : context);

type ResolveFilename = (
  request: string,
  parent?: { readonly filename?: string },
  ...rest: unknown[]
) => string;
/** Node's loader of CommonJS resolves by it: a function that is not documented and that tools rely on. */
const METHOD = '_resolveFilename';
// oxlint-disable-next-line no-unsafe-type-assertion -- it has no type
const loader = Module as unknown as Record<typeof METHOD, ResolveFilename>;
const original = loader[METHOD];
loader[METHOD] = function (request, parent, ...rest): string {
  // What the folder itself requires, this function among them, finds it there.
  const isOutside = parent?.filename?.startsWith(folder + sep) !== true;
  if (isOutside && isReplaced(request)) return createRequire(manifest).resolve(request);
  return Reflect.apply(original, this, [request, parent, ...rest]);
};

if (isMainThread) register(import.meta.url);
