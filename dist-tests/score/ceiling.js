import { align } from "../align/lcs.js";
import { goldToDocument } from "../document/gold.js";
import { documentToText } from "../document/plain-text.js";
import { tokenize } from "../document/tokens.js";
import { Vocabulary } from "../document/vocabulary.js";
import { segments } from "./metrics/segments.js";
import { ScoringInput } from "./scoring-input.js";
/**
 * The ceilings of a page, one for each metric whose gold asks for anything. A selection keeps the order of the page
 * and changes no word of it. The text is what a reader sees; gold that says `from: script` or `from: hidden` is
 * looked for in the unseen text.
 */
export function pageCeilings(page, gold, policy) {
    return [tokensCeiling(page, gold, policy), segmentsCeiling(page, gold, policy)].filter((ceiling) => ceiling !== undefined);
}
function tokensCeiling(page, gold, policy) {
    const seen = reach(page.blocks, requiredOf(gold, policy, (entry) => entry.from === undefined));
    const unseen = reach(page.unseen, requiredOf(gold, policy, (entry) => entry.from !== undefined));
    return toCeiling('tokens', seen.reachable + unseen.reachable, seen.needed + unseen.needed);
}
function requiredOf(gold, policy, keeps) {
    const { body, comments, ...rest } = gold;
    const kept = { ...rest, body: body?.filter(keeps) ?? [], comments: comments.filter(keeps) };
    return goldToDocument(kept, policy).blocks.filter((leaf) => leaf.role === 'required');
}
function reach(page, wanted) {
    const vocabulary = new Vocabulary();
    const needed = tokenize(wanted, vocabulary);
    if (needed.length === 0)
        return { reachable: 0, needed: 0 };
    const matched = align(tokenize(page, vocabulary).ids, needed.ids).filter((index) => index >= 0);
    return { reachable: matched.length, needed: needed.length };
}
function segmentsCeiling(page, gold, policy) {
    if (gold.segments === undefined)
        return undefined;
    const input = new ScoringInput(gold, policy, { text: documentToText(page) });
    const { tp = 0 } = segments.scorePage(input).counts;
    return toCeiling('segments', tp, gold.segments.with.length);
}
function toCeiling(metric, reachable, needed) {
    if (needed === 0)
        return undefined;
    return { metric, f1: (2 * reachable) / (reachable + needed), reachable, needed };
}
