/**
 * The file of one of Assay's own modules that is named by URL rather than imported. In a clone that is the
 * source itself, in the installed package the JavaScript that was built from it, at the same place in `dist`.
 *
 * @param source `new URL('./name.ts', import.meta.url)`
 */
export function ownModule(source) {
    return isBuilt() ? new URL(source.href.replace(/\.ts$/, '.js')) : source;
}
/** Whether a file URL is that of a module of the installed package, which Node reads without a loader. */
export function isBuiltModule(url) {
    return isBuilt() && url.startsWith(new URL('..', import.meta.url).href);
}
function isBuilt() {
    return import.meta.url.endsWith('.js');
}
