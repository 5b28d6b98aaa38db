import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readablePath } from "../util/readable-path.js";
import { goldTexts } from "./facts/gold-texts.js";
import { lineOf } from "./gold-lines.js";
/** Runs rules over a corpus, page by page; no page is held. */
export async function checkCorpus(corpus, options) {
    const checks = options.rules.map((rule) => begin(rule, corpus));
    for (const reference of corpus.pages) {
        const page = { ...(await corpus.read(reference)), reference, today: options.today };
        for (const check of checks)
            await check.addPage(page);
        options.onPage?.(reference.id);
    }
    const exceptions = new Exceptions(options.exceptions ?? []);
    const rules = checks.map((check) => countOf(check.rule.name, check.finish(), exceptions));
    return {
        problems: rules.flatMap(({ kept }) => kept),
        rules: rules.map(({ count }) => count),
        unused: exceptions.unused(options.rules),
    };
}
/** One rule at work, whether it looks at one page at a time or at all of them. */
function begin(rule, corpus) {
    const problems = [];
    if ('check' in rule) {
        return {
            rule,
            async addPage(page) {
                const findings = rule.check(page);
                if (findings.length > 0)
                    problems.push(...(await pageProblems(rule.name, findings, page, corpus)));
            },
            finish: () => problems,
        };
    }
    const check = rule.begin(corpus);
    return {
        rule,
        async addPage(page) {
            check.addPage(page);
        },
        finish: () => check.finish().map(({ found, expected, mend, ...subject }) => {
            const file = 'page' in subject ? fileOf(corpus, subject.page) : manifestOf(corpus);
            return { code: rule.name, file, found, expected, mend, ...subjectOf(subject) };
        }),
    };
}
function subjectOf(subject) {
    return 'page' in subject ? { page: subject.page } : { site: subject.site };
}
async function pageProblems(code, findings, page, corpus) {
    const file = fileOf(corpus, page.page.id);
    const source = corpus.folder === undefined ? undefined : await readFile(file, 'utf8');
    return findings.map(({ place, found, expected, mend }) => {
        const line = source !== undefined && place ? lineOf(source, place, goldTexts(page)) : undefined;
        return { code, file, ...(line === undefined ? {} : { line }), found, expected, mend, page: page.page.id };
    });
}
/** The file that holds the gold of a page; in a dataset, the page by its identifier. */
function fileOf({ folder, name }, page) {
    return folder === undefined ? `${name}:${page}` : readablePath(join(folder, 'pages', page, 'gold.yaml'));
}
function manifestOf({ folder, name }) {
    return folder === undefined ? name : readablePath(join(folder, 'corpus.yaml'));
}
function countOf(rule, problems, exceptions) {
    const kept = problems.filter((problem) => !exceptions.cover(problem));
    const pages = new Set(kept.map(({ page, site }) => page ?? site)).size;
    return { kept, count: { rule, problems: kept.length, pages, excepted: problems.length - kept.length } };
}
/** The exceptions, and which of them were needed. */
class Exceptions {
    #all;
    #needed = new Set();
    constructor(all) {
        this.#all = all;
    }
    cover({ code, page, site }) {
        const covering = this.#all.filter(({ rule, subject }) => rule === code && subject === (page ?? site));
        for (const exception of covering)
            this.#needed.add(exception);
        return covering.length > 0;
    }
    unused(rules) {
        const ran = new Set(rules.map(({ name }) => name));
        return this.#all.filter((exception) => ran.has(exception.rule) && !this.#needed.has(exception));
    }
}
