import { meansOf } from "../aggregate.js";
import { pairBlocks } from "../block-pairs.js";
import { BLOCK_TRAITS } from "../block-traits.js";
const FIGURES = ['precision', 'recall', 'f1', ...Object.keys(BLOCK_TRAITS)];
/**
 * Blocks for blocks: two are a pair when more than half of each is aligned with the other. With p pairs, q required
 * blocks of gold and e extracted ones (those that are mostly optional gold left out): precision = p / e, 0 if nothing
 * came out; recall = p / q; F1 = 2p / (e + q). On pairs, as shares of those that have it in gold: `kind` (headings of
 * all levels are one), `level` of headings, `items` of lists and `cells` of tables (neighbours as far apart as in gold),
 * `lines` (of code, with their leading white space, and of blocks with line breaks). A page that requires nothing has
 * no figures, and a share without a pair to look at is undefined. Corpus: plain means over pages.
 */
export const structure = {
    name: 'structure',
    version: 1,
    definition: 'blocks that came out as one block, and on those kind, level, items, cells and lines',
    source: 'Assay',
    needs: 'text',
    figures: FIGURES,
    headline: 'f1',
    companion: true,
    reads: 'blocks',
    keys: { norm: 'nfkc', pair: 'more-than-half' },
    aggregation: 'mean-of-pages',
    scorePage(input) {
        const { pairs, counts } = pairBlocks(input);
        const { required, extracted } = counts;
        const nothing = { undefined: 'nothing-required' };
        const looks = Object.entries(BLOCK_TRAITS).map(([name, look]) => [name, look(pairs)]);
        const traits = looks.map(([name, { right, all }]) => [
            name,
            all === 0 ? nothing : right / all,
        ]);
        const traitCounts = looks.flatMap(([name, { right, all }]) => [
            [name, right],
            [`${name}-all`, all],
        ]);
        return {
            counts: { pairs: pairs.length, ...counts, ...Object.fromEntries(traitCounts) },
            figures: {
                precision: required === 0 ? nothing : ratio(pairs.length, extracted),
                recall: required === 0 ? nothing : pairs.length / required,
                f1: required === 0 ? nothing : (2 * pairs.length) / (extracted + required),
                ...Object.fromEntries(traits),
            },
        };
    },
    describe({ required = 0, missing = 0, merged = 0, split = 0, surplus = 0 }) {
        return `of ${required} blocks ${missing} missing, ${merged} merged, ${split} split; ${surplus} surplus`;
    },
    aggregate(scores) {
        return meansOf(scores, FIGURES);
    },
};
function ratio(part, whole) {
    return whole === 0 ? 0 : part / whole;
}
