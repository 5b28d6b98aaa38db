import { resolve } from 'node:path';
import { builtInCorpus } from "../corpus/built-in.js";
import { namesDataset } from "../corpus/open.js";
import { readablePath } from "../util/readable-path.js";
import { entryOf } from "./choice.js";
import { BUILT_IN } from "./read-config.js";
/**
 * The folders of corpora in Assay's own format, for those who write in them: those chosen by name or path, else all
 * of the configuration (public datasets are nobody's to write in), else the built-in one.
 */
export function corpusFolders(loaded, chosen) {
    const corpora = loaded.config.corpora ?? {};
    const own = Object.keys(corpora).filter((name) => !namesDataset(corpora[name] ?? ''));
    return (chosen ?? (own.length === 0 ? [BUILT_IN] : own)).map((name) => folderOf(loaded, name));
}
function folderOf({ config, folder }, name) {
    if (name === BUILT_IN)
        return builtInCorpus();
    const entry = entryOf(config.corpora, name);
    return entry === undefined || namesDataset(entry) ? (entry ?? name) : readablePath(resolve(folder, entry));
}
