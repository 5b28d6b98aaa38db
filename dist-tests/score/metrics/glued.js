import { meansOf } from "../aggregate.js";
import { gluedEdges } from "../glued-edges.js";
/**
 * Words glued across the border of a block: the share of first and last words of required blocks that came out as part
 * of a longer word, `InformationBrasilia`. 0 is best. Where punctuation stands at the border nothing is glued, for a
 * token ends there. Undefined where no block has such an edge, as in scripts without spaces, or nothing came out.
 * Corpus: plain mean over pages.
 */
export const glued = {
    name: 'glued',
    version: 1,
    definition: 'share of first and last words of blocks that came out glued to another word',
    source: 'Assay',
    needs: 'text',
    figures: ['glued'],
    headline: 'glued',
    best: 0,
    companion: true,
    reads: 'blocks',
    keys: { norm: 'nfkc' },
    aggregation: 'mean-of-pages',
    scorePage(input) {
        const { edges, glued: count } = gluedEdges(input);
        const counts = { edges, glued: count };
        if (edges === 0)
            return { counts, figures: { glued: { undefined: 'nothing-required' } } };
        if (input.tokens.length === 0)
            return { counts, figures: { glued: { undefined: 'nothing-extracted' } } };
        return { counts, figures: { glued: count / edges } };
    },
    describe({ edges = 0, glued: count = 0 }) {
        return `${count} of ${edges} first and last words of blocks glued`;
    },
    aggregate(scores) {
        return meansOf(scores, glued.figures);
    },
};
