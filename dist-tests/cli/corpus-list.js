import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from "../config/load-config.js";
import { openCorpora } from "../config/open-corpora.js";
import { printable } from "../util/printable.js";
import { toJson } from "../util/json.js";
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen } from "./options.js";
/** `assay corpus list`: the pages of corpora. */
export function corpusListCommand() {
    return new Command('list')
        .description('List the pages of a corpus.')
        .argument(...CORPORA_ARGUMENT)
        .option(...CONFIG_OPTION)
        .option('--json', 'print the pages as JSON')
        .action((sources, options) => list(sources, options));
}
async function list(sources, { config, json }) {
    const rows = [];
    for (const { corpus } of await openCorpora(await loadConfig(config), chosen(sources))) {
        for (const { id, site, media, slices } of corpus.pages) {
            rows.push({ corpus: corpus.name, page: id, site, media, ...slices });
        }
    }
    if (json)
        process.stdout.write(toJson({ schema: 'assay/pages@1', pages: rows }));
    else
        for (const row of rows)
            console.log(describePage(row));
}
function describePage(listed) {
    const { corpus, page, site, media, kind, language, split, difficulty, traits } = listed;
    const where = page.startsWith(site) ? '' : ` (${site})`;
    const what = [media, kind, language, split, difficulty].filter((word) => word !== undefined).join(', ');
    const known = traits.length === 0 ? '' : pc.dim(`  ${traits.join(' ')}`);
    return `${pc.dim(`${printable(corpus)}:`)}${printable(page + where)}  ${printable(what)}${known}`;
}
