import { isUtf8 } from 'node:buffer';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from "../../util/error.js";
import { FolderNames } from "../../util/folder-names.js";
import { makeFolder } from "../../util/write-whole.js";
import { openNativeCorpus } from "../native.js";
import { isOneLine, toOneLine } from "../../util/printable.js";
import { formatProblem } from "../../gold/problem-text.js";
import { writeGold } from "../../gold/write-gold.js";
import { manifestText } from "./manifest-text.js";
import { nativeGold } from "./native-gold.js";
import { splitsBySite } from "./splits-by-site.js";
/**
 * Writes a corpus out in Assay's own format: page bytes untouched, gold so that every score is the same. Sites and
 * identifiers become names of folders; splits become splits by site. The folder is there when all of it has been
 * written and read back, or not at all.
 *
 * @throws AssayError `usage` if the folder is there and not empty, or for a name that is no line of text; `bad-input` with all pages that no file can hold.
 */
export async function importCorpus(corpus, out, options = {}) {
    if (options.name !== undefined)
        refuseNoLine(options.name);
    return makeFolder(out, async (folder) => {
        const name = options.name ?? toOneLine(corpus.name);
        const places = placesOf(corpus.pages);
        const changes = await writePages(corpus, places, folder, options.onPage);
        const hasSplits = corpus.pages.some(({ slices }) => slices.split !== undefined);
        const splits = hasSplits ? splitsBySite(splitPages(places)) : undefined;
        const { version, licence } = corpus;
        const manifest = {
            name,
            ...(version !== undefined && { version }),
            ...(licence !== undefined && { licence }),
        };
        await writeFile(join(folder, 'corpus.yaml'), manifestText(manifest, splits?.sitesOf));
        await readBack(folder, places.length);
        const sites = new Set(places.map(({ site }) => site)).size;
        return { name, pages: places.length, sites, changes, ...(splits && { splits }) };
    });
}
function placesOf(pages) {
    const siteNames = new FolderNames();
    const sites = new Map();
    return pages.map((reference) => {
        const known = sites.get(reference.site);
        const site = known ?? { name: siteNames.take(reference.site, 'site'), pages: new FolderNames() };
        sites.set(reference.site, site);
        return { reference, site: site.name, page: site.pages.take(pageName(reference), 'page') };
    });
}
/** Its identifier without what the folders say anyway: the site, and that it is a page. */
function pageName({ id, site }) {
    const own = id.startsWith(`${site}/`) ? id.slice(site.length + 1) : id;
    return own.replace(/\.(?:html?|txt)$/iu, '');
}
function splitPages(places) {
    return places.map(({ site, reference }) => ({ site, split: reference.slices.split ?? 'dev' }));
}
function refuseNoLine(name) {
    if (name.trim() !== '' && isOneLine(name))
        return;
    const message = `the name ${JSON.stringify(name)} cannot be that of a corpus; expected one line of text`;
    throw new AssayError('usage', message);
}
async function writePages(corpus, places, folder, onPage) {
    const changes = new Map();
    const refused = [];
    for (const { reference, site, page } of places) {
        const labelled = await corpus.read(reference);
        const native = nativeGold(labelled, reference.slices);
        for (const { what, example } of native.changes) {
            const known = changes.get(what) ?? { what, pages: 0, example };
            changes.set(what, { ...known, pages: known.pages + 1 });
        }
        try {
            await writePage(join(folder, 'pages', site, page), labelled, writeGold(native.gold));
        }
        catch (error) {
            if (!(error instanceof AssayError))
                throw error;
            refused.push(`  ${reference.id}: ${error.message}`);
        }
        onPage?.(reference.id);
    }
    if (refused.length === 0)
        return [...changes.values()];
    const count = refused.length === 1 ? 'a page' : `${refused.length} pages`;
    throw new AssayError('bad-input', `${count} of ${corpus.name} cannot be written; nothing was\n${refused.join('\n')}`);
}
async function writePage(folder, { page }, gold) {
    if (page.media === 'text' && !isUtf8(page.bytes)) {
        throw new AssayError('bad-input', 'a page of plain text in bytes that are not UTF-8');
    }
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, page.media === 'html' ? 'page.html' : 'page.txt'), page.bytes);
    await writeFile(join(folder, 'gold.yaml'), gold);
}
/** What was written opens without problems; anything else is a bug, and nothing is kept then. */
async function readBack(folder, pages) {
    const opened = await openNativeCorpus(folder);
    if (opened.status === 'faulty')
        throw new Error(opened.problems.map(formatProblem).join('\n'));
    const found = opened.corpus.pages.length;
    if (found !== pages)
        throw new Error(`of ${pages} pages written ${found} were found`);
}
