import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from "../../util/error.js";
import { FolderNames, folderName } from "../../util/folder-names.js";
import { writeOptions } from "../format-corpus.js";
import { makeFolder } from "../../util/write-whole.js";
import { readablePath } from "../../util/readable-path.js";
import { startGold } from "./start-gold.js";
import { pathExists } from "../../util/path-exists.js";
/**
 * Puts a page into a native corpus, its bytes untouched, with a `gold.yaml` that is begun. What is there already is
 * never touched.
 *
 * @throws AssayError `usage` for names that are none of folders, or a page that is there already.
 */
export async function addPage(page, { corpus, site, page: name }) {
    checkName(site, 'site');
    if (name !== undefined)
        checkName(name, 'page');
    const pages = join(corpus, 'pages', site);
    const taken = await namesIn(pages);
    if (name !== undefined && taken.includes(name.toLowerCase()))
        throw new AssayError('usage', alreadyThere(pages, name));
    const id = name ?? freeName(page.suggestedName, taken);
    const gold = startGold(page, await writeOptions(corpus));
    const folder = join(pages, id);
    await makeFolder(folder, async (beside) => {
        await writeFile(join(beside, page.media === 'html' ? 'page.html' : 'page.txt'), page.bytes);
        await writeFile(join(beside, 'gold.yaml'), gold.text);
    });
    return { id: `${site}/${id}`, goldFile: readablePath(join(folder, 'gold.yaml')), todos: gold.todos };
}
/** A name that a user gave is taken as it is or not at all, so that no page gets out of its corpus. */
function checkName(name, what) {
    const safe = folderName(name, what);
    if (safe === name)
        return;
    throw new AssayError('usage', `--${what} ${JSON.stringify(name)} cannot be the name of a folder everywhere: it takes letters, digits, ".", "_" and "-"; e.g. ${safe}`);
}
async function namesIn(folder) {
    const isThere = await pathExists(folder);
    return isThere ? (await readdir(folder)).map((name) => name.toLowerCase()) : [];
}
function freeName(suggested, taken) {
    const names = new FolderNames();
    for (const name of taken)
        names.take(name, 'page');
    return names.take(suggested, 'page');
}
function alreadyThere(pages, name) {
    return `there is a page ${readablePath(join(pages, name))} already, and it stays; give the new one another name with --page`;
}
