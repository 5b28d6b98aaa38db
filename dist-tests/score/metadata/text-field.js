import { meansOf } from "../aggregate.js";
import { plainForm, sharedTokens } from "./plain-form.js";
const FIGURES = ['exact', 'f1'];
/**
 * A metadata field that is one text. `exact`: 1 if gold and what was returned are equal in normal form, lower case and
 * folded white space. `f1`: the F1 of their tokens as multisets, so that a title with the name of the site behind it
 * is partly right; equal texts without a token have 1. Nothing returned, or a failed extraction: 0. Corpus: plain
 * means over the pages where the field is labelled.
 */
export function textField(name, definition) {
    return {
        name,
        version: 1,
        definition,
        source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
        needs: name,
        figures: FIGURES,
        headline: 'exact',
        companion: true,
        reads: 'metadata',
        keys: { norm: 'nfkc', case: 'lower', space: 'folded' },
        aggregation: 'mean-of-pages',
        scorePage({ labels, returned, failed }) {
            const gold = labels[name] ?? '';
            const text = failed ? undefined : returned[name];
            const counts = sharedTokens(gold, text ?? '');
            const exact = text !== undefined && plainForm(text) === plainForm(gold) ? 1 : 0;
            const whole = counts.gold + counts.returned;
            const f1 = whole === 0 ? exact : (2 * counts.shared) / whole;
            return { counts: { exact, ...counts }, figures: { exact, f1 } };
        },
        describe({ exact, shared = 0, gold = 0, returned = 0 }) {
            if (exact === 1)
                return `the right ${name}`;
            return returned === 0
                ? `no ${name}`
                : `another ${name}: ${shared} of ${gold} tokens and ${returned - shared} others`;
        },
        aggregate(scores) {
            return meansOf(scores, FIGURES);
        },
    };
}
