import { sha256 } from "../../util/sha256.js";
import { contentTexts } from "../facts/gold-texts.js";
import { pageText, squeezedText } from "../facts/page-text.js";
import { NEARLY_THE_SAME, Resemblances } from "../resemblances.js";
/** Nearly the same text twice: an article that two sites carry, or a page in two versions. */
export const nearDuplicatePage = {
    name: 'near-duplicate-page',
    description: 'Two pages have nearly the same gold text (the same page text where gold is no text): about 80 % of the stretches of five words; they are not independent.',
    begin() {
        const resemblances = new Resemblances(NEARLY_THE_SAME);
        const pageTexts = new Set();
        const findings = [];
        return {
            addPage(page) {
                const text = sha256(squeezedText(page));
                // The same page once more is told by duplicate-page.
                if (pageTexts.has(text))
                    return;
                pageTexts.add(text);
                const { id } = page.page;
                for (const other of resemblances.add(id, textOf(page)))
                    findings.push(toFinding(id, other.id, other.share));
            },
            finish: () => findings,
        };
    },
};
function textOf(page) {
    const gold = contentTexts(page);
    return gold.length === 0 ? pageText(page) : gold.map(({ text }) => text).join('\n');
}
function toFinding(page, other, share) {
    return {
        page,
        found: `nearly the same text as ${other}: they share about ${Math.round(share * 100)} %`,
        expected: 'pages with texts of their own',
        mend: 'take one of the two out of the corpus, or keep both in one split and except it',
    };
}
