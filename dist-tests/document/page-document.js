import { decode, decodeUtf8 } from "./decode.js";
import { parseHtml } from "./html/bounded-parser.js";
import { findUnseenText } from "./html/unseen-text.js";
import { Walk } from "./html/walk.js";
import { textToDocument } from "./plain-text.js";
/** Reads a page. Never throws. */
export function pageToDocument({ bytes, media, contentType, }) {
    if (media === 'text') {
        const source = decodeUtf8(bytes);
        const { blocks } = textToDocument(source);
        return { blocks: blocks.map((block) => ({ ...block, sources: [] })), unseen: [], source };
    }
    const { text, encoding } = decode(bytes, contentType);
    const tree = parseHtml(text);
    return { ...readTree(tree), source: text, tree, encoding };
}
function readTree(tree) {
    const shown = new Walk('what is shown', 'text and sources').run(tree);
    const walked = shown.blocks.length > 0 ? shown : new Walk('all', 'text and sources').run(tree);
    return { blocks: toPageBlocks(walked), unseen: findUnseenText(tree, walked.passedOver) };
}
function toPageBlocks({ blocks, sources }) {
    return blocks.map((block, index) => ({ ...block, sources: sources[index] }));
}
