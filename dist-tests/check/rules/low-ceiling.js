import { POLICIES } from "../../model/policy.js";
import { pageCeilings } from "../../score/ceiling.js";
import { pageDocument } from "../facts/page-text.js";
import { LOW_CEILING } from "../low-ceiling.js";
/** No extractor is to blame for what the page does not hold. */
export const lowCeiling = {
    name: 'low-ceiling',
    description: `No selection of the page's own text could score an F1 of ${LOW_CEILING}: the page lacks what the gold asks for, or has it in another order.`,
    check(page) {
        return pageCeilings(pageDocument(page), page.gold, POLICIES.article)
            .filter(({ f1 }) => f1 < LOW_CEILING)
            .map((ceiling) => ({
            ...(ceiling.metric === 'tokens' && { place: { section: 'body' } }),
            found: `a ceiling of ${ceiling.metric} F1 ${ceiling.f1.toFixed(3)}: ${describe(ceiling)}`,
            expected: `gold that a selection of the page's text can reach, at ${LOW_CEILING} or above`,
            mend: 'look at what else is reported of the page; gold from elsewhere is of no use to a test',
        }));
    },
};
function describe({ metric, reachable, needed }) {
    const what = metric === 'tokens' ? 'required tokens in their order' : 'must-appear segments';
    return `the page has ${reachable} of ${needed} ${what}`;
}
