import { goldToDocument } from "../../document/gold.js";
import { pageToDocument } from "../../document/page-document.js";
import { documentToText } from "../../document/plain-text.js";
import { dominantScript } from "../../document/script.js";
import { tokenize } from "../../document/tokens.js";
import { Vocabulary } from "../../document/vocabulary.js";
import { labelPage } from "../../label/label-page.js";
import { partOf } from "../../label/labels.js";
import { labelTokens } from "../../label/token-labels.js";
import { pageCeilings } from "../../score/ceiling.js";
export function describePage({ page, gold }, policy) {
    const document = pageToDocument(page);
    const vocabulary = new Vocabulary();
    const tokens = tokenize(document.blocks, vocabulary);
    const leaves = goldToDocument(gold, policy).blocks;
    const count = (role) => tokenize(leaves.filter((leaf) => leaf.role === role), vocabulary).length;
    const required = count('required');
    const isLabelled = gold.body !== undefined;
    const { encoding } = document;
    const text = documentToText(document);
    return {
        text,
        script: dominantScript(text),
        encoding: encoding && `${encoding.name} by ${encoding.decidedBy}`,
        tokens: { page: tokens.length, required, optional: count('optional') },
        complexity: isLabelled && tokens.length > 0 ? Math.max(0, 1 - required / tokens.length) : undefined,
        parts: isLabelled ? countParts(labelTokens(labelPage(document, gold), tokens), policy) : undefined,
        ceilings: pageCeilings(document, gold, policy),
    };
}
function countParts(tokens, policy) {
    const counts = new Map();
    for (const pieces of tokens) {
        const length = pieces.at(-1).end - pieces[0].start;
        for (const { start, end, label } of pieces) {
            const part = partOf(label, policy);
            counts.set(part, (counts.get(part) ?? 0) + (end - start) / length);
        }
    }
    return counts;
}
