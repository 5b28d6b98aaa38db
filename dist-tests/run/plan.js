import picomatch from 'picomatch';
import { AssayError } from "../util/error.js";
/**
 * Selects the pages of each corpus.
 *
 * @throws AssayError `usage` if two corpora have one name, or if no page is left in any.
 */
export function planPages(corpora, selection) {
    const names = corpora.map(({ corpus }) => corpus.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new AssayError('usage', `two corpora are called "${twice}"; their results could not be told apart`);
    }
    const plans = corpora.map(({ corpus, source }) => ({ corpus, source, pages: select(corpus, selection) }));
    if (plans.every((plan) => plan.pages.length === 0))
        throw nothingSelected(plans, selection);
    return plans;
}
/**
 * The pages of one shard. Pages are dealt out like cards, in the order of the corpora and of their identifiers: every
 * page is in exactly one shard, shards differ by one page at most, and the same pages give the same shards everywhere.
 */
export function shardOf(plans, { index, count }) {
    let dealt = 0;
    return plans.map((plan) => ({ ...plan, pages: plan.pages.filter(() => dealt++ % count === index - 1) }));
}
function select(corpus, selection) {
    const rules = rulesOf(selection);
    const matching = corpus.pages.filter((page) => rules.every((rule) => rule.takes(page)));
    return selection.limit === undefined ? matching : matching.slice(0, selection.limit);
}
function rulesOf({ pages, kinds, languages, traits, splits }) {
    return [
        ...pathRule(pages),
        ...sliceRule('--kind', kinds, ({ kind }) => [kind]),
        ...sliceRule('--language', languages, ({ language }) => [language], isLanguage),
        ...sliceRule('--trait', traits, (slices) => slices.traits),
        ...sliceRule('--split', splits, ({ split }) => [split]),
    ];
}
function pathRule(glob) {
    if (glob === undefined)
        return [];
    const isWanted = picomatch(glob);
    const takes = ({ id, site }) => isWanted(id) || isWanted(site);
    return [{ option: `--pages "${glob}"`, takes, wordsOf: ({ id }) => [id] }];
}
function sliceRule(option, wanted, wordsOf, isSame = (word, each) => word === each) {
    if (wanted === undefined)
        return [];
    const takes = ({ slices }) => wordsOf(slices).some((word) => word !== undefined && wanted.some((each) => isSame(word, each)));
    const shown = wanted.map((word) => `${option} ${word}`).join(' ');
    return [{ option: shown, takes, wordsOf: ({ slices }) => wordsOf(slices) }];
}
/** `en` holds for `en` and for `en-GB`, whatever the case. */
function isLanguage(word, wanted) {
    return (word.toLowerCase() === wanted.toLowerCase() || word.toLowerCase().startsWith(`${wanted.toLowerCase()}-`));
}
function nothingSelected(plans, selection) {
    const rules = rulesOf(selection);
    const all = plans.flatMap(({ corpus }) => corpus.pages);
    const searched = plans.map(({ corpus }) => `${corpus.name} (${corpus.pages.length} pages)`).join(', ');
    const hints = rules
        .filter((rule) => !all.some((page) => rule.takes(page)))
        .map((rule) => hintFor(rule, all));
    const options = rules.map((rule) => rule.option).join(' ');
    const hint = hints.length === 0 ? '; each option alone matches some page, together they match none' : hints.join('');
    return new AssayError('usage', `${options} matches no page of ${searched}${hint}`);
}
/** Most words that a hint names. */
const MOST_EXAMPLES = 8;
function hintFor({ option, wordsOf }, pages) {
    const words = new Set(pages.flatMap(wordsOf).filter((word) => word !== undefined));
    const [name] = option.split(' ');
    if (words.size === 0)
        return `; no page there has a label that ${name} could match`;
    const shown = [...words].slice(0, MOST_EXAMPLES).join(', ');
    return `; ${name} could match ${shown}${words.size > MOST_EXAMPLES ? ', …' : ''}`;
}
