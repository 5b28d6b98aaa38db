import { dominantScript } from "../../document/script.js";
import { fact } from "../fact.js";
import { contentTexts, goldTexts } from "./gold-texts.js";
import { pageDocument, pageText } from "./page-text.js";
/** Traits that page and gold can contradict. The others are for a reader to judge. */
export const TRAIT_EVIDENCE = [
    proof('tables', 'a table in the body', (page) => hasKind(page, 'table')),
    proof('lists', 'a list in the body', (page) => hasKind(page, 'ul', 'ol', 'dl')),
    proof('code', 'a code block in the body', (page) => hasKind(page, 'code')),
    sign('quotes', 'a quotation in the body', (page) => hasKind(page, 'quote')),
    sign('captions', 'a caption in the body', (page) => hasKind(page, 'caption')),
    proof('comments', 'comments', ({ gold }) => gold.comments.length > 0),
    sign('author-bio', 'an author-bio', (page) => hasCategory(page, 'author-bio')),
    sign('newsletter-pitch', 'a newsletter entry', (page) => hasCategory(page, 'newsletter')),
    sign('related-teasers', 'a related entry', (page) => hasCategory(page, 'related')),
    sign('cookie-notice', 'a cookie entry', (page) => hasCategory(page, 'cookie')),
    sign('paywall', 'a paywall entry', (page) => hasCategory(page, 'paywall')),
    proof('script-text', 'text "from: script"', (page) => goldTexts(page).some(({ from }) => from === 'script')),
    proof('legacy-encoding', 'bytes in an encoding other than UTF-8', isLegacy),
    proof('right-to-left', 'text in Arabic or Hebrew script', isRightToLeft),
    proof('flat-text', 'a page of plain text', ({ page }) => page.media === 'text'),
    proof('nothing-to-extract', 'an empty body', (page) => contentTexts(page).length === 0),
];
function proof(trait, evidence, holds) {
    return { trait, evidence, holds, isProof: true };
}
/** Without it a page does not have the trait; with it, it may have it. */
function sign(trait, evidence, holds) {
    return { trait, evidence, holds, isProof: false };
}
function hasKind(page, ...kinds) {
    return kinds.some((kind) => bodyKinds(page).has(kind));
}
/** The kinds of the body, those inside of items and cells too. */
const bodyKinds = fact(({ gold }) => {
    const kinds = new Set();
    const add = (entry) => {
        if (entry.type === 'boilerplate')
            return;
        kinds.add(entry.kind);
        for (const cell of cellsOf(entry))
            if (typeof cell !== 'string')
                cell.forEach(add);
    };
    gold.body?.forEach(add);
    return kinds;
});
function cellsOf(block) {
    if ('items' in block)
        return block.items;
    if ('rows' in block)
        return block.rows.flat();
    return 'entries' in block ? block.entries.flatMap(({ texts }) => texts) : [];
}
function hasCategory(page, category) {
    return goldTexts(page).some(({ type, name }) => type === 'boilerplate' && name === category);
}
function isLegacy(page) {
    const { encoding } = pageDocument(page);
    // A page of ASCII is UTF-8, whatever it declares.
    return encoding !== undefined && encoding.name !== 'UTF-8' && !isAscii(page.page.bytes);
}
function isAscii(bytes) {
    return bytes.every((byte) => byte < 0x80);
}
function isRightToLeft(page) {
    const content = contentTexts(page).map(({ text }) => text);
    const script = dominantScript(content.length === 0 ? pageText(page) : content.join('\n'));
    return script === 'Arabic' || script === 'Hebrew';
}
