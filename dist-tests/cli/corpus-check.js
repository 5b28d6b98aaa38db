import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from "../config/load-config.js";
import { openEach } from "../config/open-corpora.js";
import { didYouMean } from "../util/did-you-mean.js";
import { readablePath } from "../util/readable-path.js";
import { AssayError } from "../util/error.js";
import { toJson } from "../util/json.js";
import { ruleList, checkReport } from "./check-text.js";
import { ExitCode } from "./exit-code.js";
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen, collect } from "./options.js";
import { ProgressBar } from "./progress.js";
/** `assay corpus check`: everything that is wrong with corpora. */
export function corpusCheckCommand(setExitCode) {
    return new Command('check')
        .description('List everything that is wrong with a corpus; exit code 1 if anything is.')
        .argument(...CORPORA_ARGUMENT)
        .option('--rule <name>', 'only this rule; may be repeated (default: all)', collect)
        .option('--exceptions <file>', 'faults that may stay, with reasons (default: exceptions.yaml in the folder of a corpus)')
        .option('--all', 'show all problems, not only the first ten of each rule')
        .option('--list-rules', 'list the rules with what they find, and check nothing')
        .option(...CONFIG_OPTION)
        .option('--json', 'print the problems, or the rules, as JSON')
        .action(async (sources, options) => {
        const clean = await check(sources, options);
        setExitCode(clean ? ExitCode.DONE : ExitCode.REFUSED);
    });
}
async function check(sources, options) {
    // Loaded when it is called for: the other commands need none of it.
    const { RULES } = await import("../check/register.js");
    if (options.listRules === true) {
        const rules = RULES.map(({ name, description }) => ({ name, description }));
        process.stdout.write(options.json === true ? toJson({ schema: 'assay/rules@1', rules }) : ruleList(rules));
        return true;
    }
    const rules = chosenRules(RULES, options.rule);
    const openings = await openEach(await loadConfig(options.config), chosen(sources));
    if (options.exceptions !== undefined && openings.length > 1) {
        throw new AssayError('usage', `--exceptions is for one corpus, not for ${openings.length}; name one of them`);
    }
    const total = openings.reduce((sum, { opened }) => sum + (soundPages(opened)?.pages.length ?? 0), 0);
    const progress = new ProgressBar(process.stderr, total);
    const results = [];
    try {
        for (const opening of openings) {
            const exceptions = await findExceptions(opening, options.exceptions, RULES);
            results.push(await checkOne(opening, rules, exceptions, (page) => progress.advance(page)));
        }
    }
    finally {
        progress.finish();
    }
    if (options.json === true)
        process.stdout.write(toJson({ schema: 'assay/check@1', corpora: results }));
    else
        for (const result of results)
            process.stdout.write(checkReport(result, options.all === true));
    return results.every(({ problems }) => problems.length === 0);
}
function chosenRules(all, names) {
    const known = all.map(({ name }) => name);
    const unknown = names?.find((name) => !known.includes(name));
    if (unknown === undefined)
        return all.filter(({ name }) => names === undefined || names.includes(name));
    const near = didYouMean(unknown, known);
    const mend = near === undefined ? '"assay corpus check --list-rules" gives them' : `did you mean "${near}"?`;
    throw new AssayError('usage', `unknown rule "${unknown}"; ${mend}`);
}
/** The file that was named, else the one beside the pages, which need not be there. */
async function findExceptions({ opened }, named, rules) {
    const { readExceptions } = await import("../check/exceptions.js");
    const folder = soundPages(opened)?.folder;
    const file = named === undefined ? folder && join(folder, 'exceptions.yaml') : resolve(named);
    if (file === undefined)
        return { exceptions: [], problems: [] };
    const source = await readFile(file, 'utf8').catch((cause) => {
        if (named === undefined && cause.code === 'ENOENT')
            return undefined;
        throw new AssayError('bad-input', `${readablePath(file)} cannot be read; --exceptions takes a YAML file with a list "exceptions"`, { cause }); // prettier-ignore
    });
    if (source === undefined)
        return { exceptions: [], problems: [] };
    return readExceptions(source, readablePath(file), rules.map(({ name }) => name));
}
/** The pages that can be checked: all, or those that the reader had nothing to say of. */
function soundPages(opened) {
    return opened.status === 'ok' ? opened.corpus : opened.sound;
}
async function checkOne({ source, opened }, rules, { exceptions, problems }, onPage) {
    const { checkCorpus } = await import("../check/check-corpus.js");
    const { unusedException } = await import("../check/exceptions.js");
    const corpus = soundPages(opened);
    const read = opened.status === 'ok' ? [] : opened.problems;
    const pages = opened.status === 'ok' ? opened.corpus.pages.length : opened.pages;
    if (corpus === undefined)
        return { corpus: source, pages, problems: [...read, ...problems], rules: [] };
    const today = new Date().toISOString().slice(0, 10);
    const result = await checkCorpus(corpus, { rules, exceptions, today, onPage });
    // Of an exception for a page that could not be read nobody knows whether it is needed.
    const unused = opened.status === 'ok' ? result.unused : [];
    return {
        corpus: source,
        pages,
        problems: [...read, ...problems, ...result.problems, ...unused.map(unusedException)],
        rules: result.rules,
    };
}
