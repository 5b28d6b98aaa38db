var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { pathToFileURL } from 'node:url';
import { describeLoadError } from "../extract/drivers/describe-thrown.js";
import { AssayError } from "../util/error.js";
import { isRecord } from "../util/is-record.js";
/**
 * What a TypeScript or JavaScript file exports by default. It is loaded into this process: a configuration is the
 * user's own code, unlike the extractors that it names. The loader for TypeScript is started for this file
 * alone, and only where it is needed: it takes longer than all else before a run.
 *
 * @param file what messages call the file
 * @throws AssayError `usage` if it does not load, or exports nothing by default.
 */
export async function loadModule(path, file) {
    const module = await importModule(path, file);
    if (!isRecord(module) || module['default'] === undefined) {
        const fix = 'write export default defineConfig({ … })';
        throw new AssayError('usage', `${file}: found no default export; expected a configuration; ${fix}`);
    }
    const exported = module['default'];
    // In a package of CommonJS the loader gives all exports as the default one.
    return isRecord(exported) && 'default' in exported ? exported['default'] : exported;
}
async function importModule(path, file) {
    const { href } = pathToFileURL(path);
    try {
        return /\.m?ts$/.test(path) ? await importTypeScript(href) : await import(__rewriteRelativeImportExtension(href));
    }
    catch (cause) {
        throw new AssayError('usage', `${file}: does not load: ${describeLoadError(cause)}`, { cause });
    }
}
/** `tsImport` of the same package would do, were it not that `__dirname` has no folder in what it loads. */
async function importTypeScript(href) {
    const [modules, common] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
    const unregisterModules = modules.register();
    const unregisterCommon = common.register();
    try {
        return await import(__rewriteRelativeImportExtension(href));
    }
    finally {
        unregisterCommon();
        await unregisterModules();
    }
}
