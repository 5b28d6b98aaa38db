import { join } from 'node:path';
import { Command } from 'commander';
import { captureFile } from "../capture/capture-file.js";
import { captureRendered } from "../capture/capture-rendered.js";
import { captureUrl } from "../capture/capture-url.js";
import { corpusFolders } from "../config/open-corpora.js";
import { loadConfig } from "../config/load-config.js";
import { addPage } from "../corpus/add/add-page.js";
import { namesDataset } from "../corpus/open.js";
import { pathExists } from "../util/path-exists.js";
import { AssayError } from "../util/error.js";
import { CONFIG_OPTION } from "./options.js";
/** `assay corpus add`: a page with a label that is begun. */
export function corpusAddCommand() {
    return new Command('add')
        .description('Add a page to a corpus, with a gold.yaml that holds its blocks, ready to be labelled.')
        .argument('<file-or-url>', 'a saved page (.html, .htm, .xhtml, .txt), or an address')
        .requiredOption('--site <site>', "the folder of the page's site: its domain, e.g. wire.example (required)")
        .option('--page <name>', 'the folder of the page (default: after its file or address)')
        .option('-c, --corpus <corpus>', 'a configured name, builtin, or a folder (default: the one that is configured, else the working directory)')
        .option('--rendered', 'the page as Chromium shows it, after its scripts have run (default: the raw bytes)')
        .option('--any-status', 'take a page that the server answered with an error, too')
        .option(...CONFIG_OPTION)
        .action(addAction);
}
async function addAction(source, options) {
    const { site, page, corpus, config } = options;
    const folder = await corpusFolder(await loadConfig(config), corpus);
    const captured = await capture(source, options);
    const added = await addPage(captured, { corpus: folder, site, ...(page !== undefined && { page }) });
    tell(added, folder);
}
function capture(source, { rendered, anyStatus }) {
    const isAddress = /^https?:\/\//iu.test(source);
    if (isAddress && !URL.canParse(source))
        throw new AssayError('usage', `"${source}" is no address`);
    if (!isAddress && /^[a-z][a-z\d+.-]+:\/\//iu.test(source)) {
        throw new AssayError('usage', `"${source}" is neither a file nor an address that begins with http:// or https://`);
    }
    const options = { anyStatus: anyStatus === true };
    if (rendered)
        return captureRendered(source, options);
    return isAddress ? captureUrl(source, options) : captureFile(source);
}
/** Where the page goes: what was named; else the only corpus of the configuration; else the folder at hand, if it is one. */
async function corpusFolder(loaded, named) {
    if (named !== undefined) {
        const [folder = named] = corpusFolders(loaded, [named]);
        if (namesDataset(folder))
            throw new AssayError('usage', `--corpus ${named}: a public dataset is never written to`);
        return folder;
    }
    const corpora = loaded.config.corpora ?? {};
    const own = Object.keys(corpora).filter((name) => !namesDataset(corpora[name] ?? ''));
    const configured = own.length === 0 ? [] : corpusFolders(loaded, own);
    const [only, ...others] = configured;
    if (only !== undefined && others.length === 0)
        return only;
    if (only === undefined && (await isCorpus('.')))
        return '.';
    const found = only === undefined ? 'this folder is no corpus' : `several are configured: ${configured.join(', ')}`;
    throw new AssayError('usage', `which corpus the page belongs to is not clear, ${found}; name it with --corpus`);
}
async function isCorpus(folder) {
    const found = await Promise.all(['corpus.yaml', 'pages'].map((name) => pathExists(join(folder, name)))); // prettier-ignore
    return found.includes(true);
}
function tell({ id, goldFile, todos }, corpus) {
    const blocks = todos === 1 ? '1 block' : `${todos} blocks`;
    console.log(`${id}: ${blocks} to label in ${goldFile}`);
    console.log(`Change each "todo" to a kind (p, h2, ul …) or a category of boilerplate (nav, related …), then run: assay corpus check ${corpus}`);
}
