import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { AssayError } from "../util/error.js";
import { CorpusDigest } from "./digest.js";
import { findPageFolders, findStrayFiles } from "./page-folder.js";
import { isFolder } from "../util/path-exists.js";
import { readGold } from "../gold/read-gold.js";
import { readablePath } from "../util/readable-path.js";
import { PAIRS_USAGE } from "./sources/pairs.js";
import { readManifest } from "./read-manifest.js";
/**
 * Opens a corpus in Assay's own format: `corpus.yaml` (which may be absent: the corpus is then called like its
 * folder) and `pages/<site>/<page>/{page.html or page.txt, gold.yaml}`. Every gold file is read once here, so that
 * all problems of all pages are known in one go; bytes are not held.
 *
 * @throws AssayError `bad-input` if there is no such folder, or no page in it.
 */
export async function openNativeCorpus(directory) {
    const folders = await findPageFolders(directory);
    if (folders.length === 0)
        throw await nothingThere(directory);
    const { manifest, problems: manifestProblems } = await readCorpusManifest(directory, folders);
    const problems = [...manifestProblems, ...(await findStrayFiles(directory))];
    const digest = new CorpusDigest();
    const pages = [];
    const states = new Map();
    let onlySegments = 0;
    for (const { id, site, page, goldFile, problems: fileProblems } of folders) {
        const gold = goldFile === undefined ? undefined : await readFile(goldFile);
        const bytes = page === undefined ? undefined : await readFile(page.file);
        const before = problems.length;
        problems.push(...fileProblems);
        if (page && bytes)
            problems.push(...encodingProblems(page, bytes));
        const reading = goldFile && gold ? readGoldBytes(goldFile, gold) : undefined;
        problems.push(...(reading?.problems ?? []));
        if (page && bytes && gold && reading?.gold && problems.length === before) {
            digest.addPage(id, bytes, gold);
            states.set(id, stateOf(id, bytes, gold));
            pages.push({ id, site, media: page.media, slices: slicesOf(reading.gold, manifest, site) });
            if (reading.gold.body === undefined)
                onlySegments++;
        }
    }
    const gold = onlySegments > pages.length / 2 ? 'segments' : 'text';
    const corpus = toCorpus(directory, manifest, { digest: digest.toHex(), gold, pages }, states);
    if (problems.length > 0)
        return { status: 'faulty', problems, pages: folders.length, sound: corpus };
    return { status: 'ok', corpus };
}
/** @param states what each page and its gold were when the digest was made */
function toCorpus(directory, { name, version, licence }, found, states) {
    return {
        name: name ?? basename(resolve(directory)),
        ...(version === undefined ? {} : { version }),
        ...(licence === undefined ? {} : { licence }),
        ...found,
        folder: directory,
        read: (reference) => readPage(join(directory, 'pages', reference.id), reference, states.get(reference.id)),
    };
}
/** @throws AssayError `bad-input` if it is not what it was: its figures would stand under a digest that is another's. */
async function readPage(folder, reference, state) {
    const goldFile = join(folder, 'gold.yaml');
    const bytes = await readAgain(join(folder, reference.media === 'html' ? 'page.html' : 'page.txt'));
    const source = await readAgain(goldFile);
    const { gold } = readGold(source.toString('utf8'), readablePath(goldFile));
    if (gold === undefined || stateOf(reference.id, bytes, source) !== state)
        throw changed(folder);
    const { url, response } = gold.about;
    return {
        page: {
            ...reference,
            bytes,
            ...(url === undefined ? {} : { url }),
            ...(response?.type === undefined ? {} : { contentType: response.type }),
        },
        gold,
    };
}
async function readAgain(file) {
    try {
        return await readFile(file);
    }
    catch (cause) {
        throw changed(file, cause);
    }
}
function changed(path, cause) {
    const mend = 'begin again, and leave the corpus as it is meanwhile';
    return new AssayError('bad-input', `${readablePath(path)} was changed since the corpus was opened; ${mend}`, {
        cause,
    });
}
/** A page with its gold, as one digest. */
function stateOf(id, page, gold) {
    const digest = new CorpusDigest();
    digest.addPage(id, page, gold);
    return digest.toHex();
}
async function readCorpusManifest(directory, folders) {
    const file = join(directory, 'corpus.yaml');
    const source = await readFile(file, 'utf8').catch(() => undefined);
    if (source === undefined)
        return { manifest: {}, problems: [] };
    return readManifest(source, readablePath(file), new Set(folders.map((folder) => folder.site)));
}
/** A page of plain text is UTF-8 by definition. */
function encodingProblems({ file, media }, bytes) {
    if (media === 'html' || isUtf8(bytes))
        return [];
    const mend = 'save the page in UTF-8, before it is labelled';
    return [notUtf8('page-files', file, 'plain text in UTF-8', mend)];
}
/** Gold in another encoding would be read without complaint, with other letters. */
function readGoldBytes(file, bytes) {
    if (isUtf8(bytes))
        return readGold(bytes.toString('utf8'), readablePath(file));
    return { problems: [notUtf8('yaml-syntax', file, 'YAML in UTF-8', 'save the file in UTF-8')] };
}
function slicesOf({ about }, { splitOf }, site) {
    const { kind, language, traits } = about;
    return {
        traits,
        ...(kind === undefined ? {} : { kind }),
        ...(language === undefined ? {} : { language }),
        ...(splitOf === undefined ? {} : { split: splitOf.get(site) ?? 'dev' }),
    };
}
function notUtf8(code, file, expected, mend) {
    return { code, file: readablePath(file), found: 'bytes that are not UTF-8', expected, mend };
}
async function nothingThere(directory) {
    const looked = `${directory.replace(/[/\\]$/, '')}/pages/<site>/<page>/gold.yaml`;
    if (!(await isFolder(directory)))
        return new AssayError('bad-input', `there is no folder "${directory}"; a corpus has ${looked}`);
    const isDataset = (await fastGlob('ground-truth.json', { cwd: directory })).length > 0;
    const hint = isDataset ? `; it looks like a public dataset: write aeb:${directory}` : '';
    return new AssayError('bad-input', `"${directory}" holds no page; looked for ${looked}, and for ${PAIRS_USAGE}${hint}`);
}
