import { didYouMean } from "../util/did-you-mean.js";
import { inFileOrder } from "../gold/yaml/fault.js";
import { parseYaml } from "../gold/yaml/parse-yaml.js";
import { readList } from "../gold/yaml/read-list.js";
import { readMap } from "../gold/yaml/read-map.js";
import { readText } from "../gold/yaml/read-text.js";
import { Reading } from "../gold/yaml/reading.js";
const OUTLINE = {
    top: new Set(['exceptions']),
    under: new Map(),
    entry: new Set(['rule']),
    attribute: new Set(['page', 'site', 'reason']),
};
/**
 * Reads the text of an exceptions file: `exceptions`, a list of maps of `rule`, `page` or `site`, and `reason`. All
 * problems are found in one go. Never throws.
 *
 * @param file the path to name in the problems
 * @param rules the names of the rules that there are
 */
export function readExceptions(source, file, rules) {
    const parsed = parseYaml(source, OUTLINE);
    const reading = new Reading(parsed);
    const fields = readMap(reading, reading.root, { keys: ['exceptions'], required: ['exceptions'] });
    const entries = fields?.read('exceptions', (slot) => readList(reading, slot, {
        expected: 'a list of exceptions',
        mend: 'begin every entry with "- rule: …"',
        mayBeEmpty: true,
    }));
    const exceptions = (entries ?? []).flatMap((slot) => {
        const exception = readException(reading, slot, rules);
        return exception === undefined ? [] : [{ ...exception, file, line: parsed.place(slot.at).line }];
    });
    return { exceptions, problems: inFileOrder(reading.faults).map((fault) => ({ ...fault, file })) };
}
function readException(reading, slot, rules) {
    const keys = ['rule', 'page', 'site', 'reason'];
    const fields = readMap(reading, { ...slot, name: 'an exception' }, { keys, required: ['rule', 'reason'] });
    if (fields === undefined)
        return undefined;
    const word = (key) => fields.read(key, (value) => readText(reading, value, { isWord: true }));
    const rule = fields.read('rule', (value) => readRule(reading, value, rules));
    const [page, site] = [word('page'), word('site')];
    const reason = fields.read('reason', (value) => readText(reading, value));
    if ((page === undefined) === (site === undefined))
        return reportSubject(reading, slot, page);
    return rule === undefined || reason === undefined ? undefined : { rule, subject: (page ?? site), reason };
}
function readRule(reading, slot, rules) {
    const rule = readText(reading, slot, { isWord: true });
    if (rule === undefined || rules.includes(rule))
        return rule;
    const near = didYouMean(rule, rules);
    return reading.report(slot.at, {
        code: 'unknown-word',
        found: `unknown rule "${rule}"`,
        expected: 'the name of a rule, as "assay corpus check --list-rules" gives them',
        mend: near === undefined ? 'take one of these names' : `did you mean "${near}"?`,
    });
}
function reportSubject(reading, slot, page) {
    return reading.report(slot.at, {
        code: page === undefined ? 'missing-key' : 'unknown-key',
        found: page === undefined ? 'an exception for no page' : 'an exception for a page and a site',
        expected: '"page", or "site" for rules about sites',
        mend: 'name the page as "assay corpus list" does, e.g. "page: site.example/story"',
    });
}
/** What to say of an exception that nothing needed. */
export function unusedException({ rule, subject, file, line }) {
    return {
        code: 'unused-exception',
        file,
        ...(line === undefined ? {} : { line }),
        found: `an exception from ${rule} for ${subject}, where the rule finds nothing`,
        expected: 'exceptions for what a rule finds',
        mend: 'take the exception away, or correct the name of its page',
    };
}
