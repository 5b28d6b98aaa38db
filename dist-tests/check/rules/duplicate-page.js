import { sha256 } from "../../util/sha256.js";
import { squeezedText } from "../facts/page-text.js";
/** A page that counts twice. */
export const duplicatePage = {
    name: 'duplicate-page',
    description: 'Two pages have the same bytes or the same text, white space aside: the page counts twice.',
    begin() {
        const byBytes = new Map();
        const byText = new Map();
        const findings = [];
        return {
            addPage(page) {
                const { id, bytes } = page.page;
                const text = squeezedText(page);
                const sameBytes = seenBefore(byBytes, bytes, id);
                const sameText = text === '' ? undefined : seenBefore(byText, text, id);
                const other = sameBytes ?? sameText;
                if (other !== undefined)
                    findings.push(toFinding(id, other, sameBytes === undefined ? 'text' : 'bytes'));
            },
            finish: () => findings,
        };
    },
};
/** The page that had the same first, if there is one. */
function seenBefore(seen, content, id) {
    const key = sha256(content);
    const other = seen.get(key);
    if (other === undefined)
        seen.set(key, id);
    return other;
}
function toFinding(page, other, what) {
    return {
        page,
        found: `the same ${what} as ${other}`,
        expected: 'each page once',
        mend: 'take one of the two out of the corpus',
    };
}
