import { alignWithGold } from "../align/align-gold.js";
import { extractionToDocument, extractionToText } from "../document/extraction.js";
import { goldToDocument } from "../document/gold.js";
import { pythonWords, tokenize } from "../document/tokens.js";
import { Vocabulary } from "../document/vocabulary.js";
import { displacedTokens } from "./displaced.js";
/**
 * One page as the metrics see it: its gold under a policy and what an extractor made of it. Everything is
 * worked out when a metric first asks for it, and once. An extraction of `undefined` is a failed one and reads
 * as empty.
 */
export class ScoringInput {
    failed;
    goldDocument;
    /** Snippets that must and must not appear, where the page has such gold. */
    segments;
    /** What gold says beside the text; an absent key is not labelled. */
    labels;
    #extraction;
    #vocabulary = new Vocabulary();
    #document;
    #goldTokens;
    #tokens;
    #gold;
    #alignment;
    #displaced;
    #text;
    #requiredText;
    #words;
    #requiredWords;
    constructor(gold, policy, extraction) {
        this.failed = extraction === undefined;
        this.goldDocument = goldToDocument(gold, policy);
        this.segments = gold.segments;
        const { language } = gold.about;
        this.labels = language === undefined ? gold.metadata : { ...gold.metadata, language };
        this.#extraction = extraction ?? { text: '' };
    }
    /** What the extractor returned beside the text. */
    get returned() {
        return this.#extraction;
    }
    /** The blocks of the extraction, with a returned title or byline where the policy wants it and the body lacks it. */
    get document() {
        return (this.#document ??= this.#withMetadataBlocks(extractionToDocument(this.#extraction)));
    }
    /** The normal form of a token of either side, by its id. */
    wordOf = (id) => this.#vocabulary.wordOf(id);
    get tokens() {
        return (this.#tokens ??= tokenize(this.document.blocks, this.#vocabulary));
    }
    get goldTokens() {
        return (this.#goldTokens ??= tokenize(this.goldDocument.blocks, this.#vocabulary));
    }
    get gold() {
        return (this.#gold ??= toSequence(this.goldDocument, this.goldTokens));
    }
    get alignment() {
        return (this.#alignment ??= alignWithGold(this.tokens.ids, this.gold));
    }
    /** Required tokens that came out elsewhere, or more than once. */
    get displaced() {
        return (this.#displaced ??= displacedTokens(this));
    }
    /** The text of the extraction: its own where it gave one, else its blocks joined by newlines. */
    get text() {
        return (this.#text ??= extractionToText(this.#extraction, this.document));
    }
    /** The text that must come out: the required blocks. Metrics that read text know nothing optional. */
    get requiredText() {
        return (this.#requiredText ??= this.goldDocument.blocks
            .filter((block) => block.role === 'required')
            .map((block) => block.text)
            .join('\n'));
    }
    /** The `\w+` words of `text`. */
    get words() {
        return (this.#words ??= pythonWords(this.text));
    }
    /** The `\w+` words of `requiredText`. */
    get requiredWords() {
        return (this.#requiredWords ??= pythonWords(this.requiredText));
    }
    #withMetadataBlocks(body) {
        const { title, authors } = this.#extraction;
        const fields = [];
        if (title !== undefined && this.#requires('title'))
            fields.push({ kind: 'title', text: title, within: [] });
        if (authors !== undefined && authors.length > 0 && this.#requires('byline')) {
            fields.push({ kind: 'byline', text: authors.join(', '), within: [] });
        }
        const lacking = fields.filter((field) => !holds(body, field));
        return lacking.length === 0 ? body : { blocks: [...lacking, ...body.blocks] };
    }
    #requires(kind) {
        return this.goldDocument.blocks.some((block) => block.kind === kind && block.role === 'required');
    }
}
/** Whether the words of a block stand in a document, one behind the other. */
function holds(document, { text }) {
    const spaced = (of) => ` ${pythonWords(of).join(' ')} `;
    return spaced(document.blocks.map((block) => block.text).join('\n')).includes(spaced(text));
}
function toSequence(document, tokens) {
    const required = Uint8Array.from(tokens.block, (block) => document.blocks[block].role === 'required' ? 1 : 0);
    const optional = [];
    let start = 0;
    for (let end = 1; end <= tokens.length; end++) {
        if (end < tokens.length && isSameUnit(document, tokens.block[end - 1], tokens.block[end]))
            continue;
        if (required[start] === 0)
            optional.push({ start, end });
        start = end;
    }
    return { ids: tokens.ids, required, optional };
}
/** Leaves of one gold block that play the same part come and go together. */
function isSameUnit(document, first, second) {
    const [a, b] = [document.blocks[first], document.blocks[second]];
    return a.unit === b.unit && a.role === b.role;
}
