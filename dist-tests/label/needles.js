import { squeeze } from "../document/squeeze.js";
import { goldToDocument } from "../document/gold.js";
import { BLOCK_KINDS } from "../model/vocabulary.js";
export function needlesOf(gold) {
    const { body = [], comments, boilerplate, metadata } = gold;
    const hasTitle = body.some((entry) => entry.type === 'block' && entry.kind === 'title');
    const title = metadata.title === undefined || hasTitle
        ? []
        : [{ type: 'block', kind: 'title', optional: false, text: metadata.title }];
    return {
        title: title.flatMap((block) => ofBlock(block, 'title', 0)),
        body: body.map((entry, index) => entry.type === 'block' ? ofBlock(entry, 'body', index) : ofBoilerplate(entry, 'body', index)),
        comments: comments.map((block, index) => ofBlock(block, 'comments', index)),
        boilerplate: boilerplate.map((block, index) => ofBoilerplate(block, 'boilerplate', index)),
    };
}
/** Under it the role of a leaf says whether the label makes it optional. */
const ALL_REQUIRED = {
    name: 'all',
    description: 'every kind of block',
    required: Object.keys(BLOCK_KINDS).filter(isBlockKind),
    comments: 'forbidden',
};
function ofBlock(block, part, entry) {
    const alone = { about: { traits: [] }, metadata: {}, body: [block], comments: [], boilerplate: [] };
    return goldToDocument(alone, ALL_REQUIRED).blocks.flatMap(({ kind, text, role }) => {
        const optional = role === 'optional';
        return toNeedle({ type: 'block', part, entry, kind, optional }, text, block.from);
    });
}
function ofBoilerplate({ category, text, from }, part, entry) {
    return toNeedle({ type: 'boilerplate', part, entry, category }, text, from);
}
function toNeedle(label, text, from) {
    const short = squeeze(text);
    return short === '' ? [] : [{ label, text, squeezed: short, from }];
}
function isBlockKind(word) {
    return Object.hasOwn(BLOCK_KINDS, word);
}
