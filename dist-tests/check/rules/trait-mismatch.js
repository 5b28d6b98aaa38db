import { TRAIT_EVIDENCE } from "../facts/trait-evidence.js";
/** Traits are slices of a report: a wrong one puts a page among others. */
export const traitMismatch = {
    name: 'trait-mismatch',
    description: 'A trait that page or gold contradict, or one that they prove and that is not listed: slices by trait would be wrong.',
    check(page) {
        const { body, about } = page.gold;
        if (body === undefined)
            return [];
        const traits = new Set(about.traits);
        // A dataset lists the traits that it knows; only who labels a page in our format has seen to all of them.
        const isComplete = about.labelled !== undefined;
        return TRAIT_EVIDENCE.flatMap(({ trait, evidence, holds, isProof }) => {
            if (traits.has(trait))
                return holds(page) ? [] : [contradicted(trait, evidence)];
            return isComplete && isProof && holds(page) ? [unlisted(trait, evidence)] : [];
        });
    },
};
function contradicted(trait, evidence) {
    return {
        place: { section: 'traits' },
        found: `the trait "${trait}" without ${evidence}`,
        expected: `${evidence}, or not this trait`,
        mend: 'take the trait away, or complete the gold',
    };
}
function unlisted(trait, evidence) {
    return {
        place: { section: 'traits' },
        found: `${evidence} without the trait "${trait}"`,
        expected: 'every trait of the vocabulary that the page shows',
        mend: `add "${trait}"`,
    };
}
