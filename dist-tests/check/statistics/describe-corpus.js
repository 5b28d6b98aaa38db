import { quantile } from "../../stats/quantile.js";
import { describePage } from "./describe-page.js";
import { LOW_CEILING } from "../low-ceiling.js";
import { compareCodeUnits } from "../../util/compare-code-units.js";
/** Goes through the pages of a corpus, one at a time, and sums up. A page without a label counts as `–`; `onPage` hears of each, with its text. */
export async function describeCorpus(corpus, policy, onPage = () => undefined) {
    const pages = [];
    for (const reference of corpus.pages) {
        // The text is handed on, not held: pages stream.
        const { text, ...description } = describePage(await corpus.read(reference), policy);
        pages.push({ reference, ...description });
        onPage(reference.id, text);
    }
    const counted = (words) => countWords(pages.map(words));
    const pagesOfSite = counted((page) => [page.reference.site]);
    return {
        corpus: corpus.name,
        ...(corpus.version === undefined ? {} : { version: corpus.version }),
        digest: corpus.digest,
        policy: policy.name,
        pages: pages.length,
        sites: Object.keys(pagesOfSite).length,
        rejects: pages.filter((page) => page.parts !== undefined && page.tokens.required === 0).length,
        media: counted((page) => [page.reference.media]),
        kinds: counted((page) => [page.reference.slices.kind]),
        languages: counted((page) => [page.reference.slices.language]),
        scripts: counted((page) => [page.script]),
        traits: counted((page) => page.reference.slices.traits),
        splits: counted((page) => [page.reference.slices.split]),
        difficulties: counted((page) => [page.reference.slices.difficulty]),
        encodings: counted((page) => (page.encoding === undefined ? [] : [page.encoding])),
        pagesOfSite,
        tokens: {
            page: spreadOf(pages.map((page) => page.tokens.page)),
            required: spreadOf(pages.map((page) => page.tokens.required)),
            optional: spreadOf(pages.map((page) => page.tokens.optional)),
        },
        complexity: quartilesOf(pages.flatMap((page) => page.complexity ?? [])),
        text: sharesOf(pages),
        unlabelled: quartilesOf(pages.flatMap(unlabelledShare)),
        ceilings: { ...ceilingsOf(pages, 'tokens'), ...ceilingsOf(pages, 'segments') },
    };
}
function sharesOf(pages) {
    const sums = new Map();
    let total = 0;
    for (const { parts = [] } of pages) {
        for (const [part, tokens] of parts) {
            sums.set(part, (sums.get(part) ?? 0) + tokens);
            total += tokens;
        }
    }
    const sorted = [...sums].toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
    return Object.fromEntries(sorted.map(([part, tokens]) => [part, tokens / total]));
}
function unlabelledShare({ parts, tokens }) {
    return parts === undefined || tokens.page === 0 ? [] : [(parts.get('unlabelled') ?? 0) / tokens.page];
}
function ceilingsOf(pages, metric) {
    const values = pages.flatMap(({ ceilings }) => ceilings.filter((ceiling) => ceiling.metric === metric).map(({ f1 }) => f1));
    if (values.length === 0)
        return {};
    return {
        [metric]: { ...quartilesOf(values), under: values.filter((value) => value < LOW_CEILING).length },
    };
}
const UNLABELLED = '–';
function countWords(pages) {
    const counts = new Map();
    for (const words of pages) {
        for (const word of words)
            counts.set(word ?? UNLABELLED, (counts.get(word ?? UNLABELLED) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b)));
}
function spreadOf(values) {
    return { total: values.reduce((sum, value) => sum + value, 0), ...quartilesOf(values) };
}
function quartilesOf(values) {
    const n = values.length;
    if (n === 0)
        return { n, low: 0, median: 0, high: 0 };
    const sorted = values.toSorted((a, b) => a - b);
    return { n, low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}
