import { pathToFileURL } from 'node:url';
import { describeLoadError } from '../extract/drivers/describe-thrown.ts';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import { settles } from '../util/settles.ts';

/** As long as the module of an extractor may take to load. */
const LOADING_MS = 30_000;

/**
 * What a TypeScript or JavaScript file exports by default. It is loaded into this process: a configuration or a reporter
 * is the user's own code, unlike the extractors that are measured. The loader for TypeScript is started for this file
 * alone, and only where it is needed: it takes longer than all else before a run.
 *
 * @param file what messages call the file
 * @param expected what it is to export, and how that is written
 * @throws AssayError `usage` if it does not load, or exports nothing by default.
 */
export async function loadModule(
  path: string,
  file: string,
  expected = 'a configuration; write export default defineConfig({ … })',
): Promise<unknown> {
  const module = await importModule(path, file);
  if (!isRecord(module) || module['default'] === undefined) {
    throw new AssayError('usage', `${file}: found no default export; expected ${expected}`);
  }
  const exported = module['default'];
  // In a package of CommonJS the loader gives all exports as the default one.
  return isRecord(exported) && 'default' in exported ? exported['default'] : exported;
}

function importModule(path: string, file: string): Promise<unknown> {
  const { href } = pathToFileURL(path);
  const imported: Promise<unknown> = /\.m?ts$/.test(path) ? importTypeScript(href) : import(href);
  const loading = imported.catch((cause: unknown) => {
    throw new AssayError('usage', `${file}: does not load: ${describeLoadError(cause)}`, { cause });
  });
  return settles(loading, LOADING_MS, `${file}: what it awaits`);
}

/** `tsImport` of the same package would do, were it not that `__dirname` has no folder in what it loads. */
async function importTypeScript(href: string): Promise<unknown> {
  const [modules, common] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  const unregisterModules = modules.register();
  const unregisterCommon = common.register();
  try {
    return await import(href);
  } finally {
    unregisterCommon();
    await unregisterModules();
  }
}
