import { attributeOf } from "./attribute.js";
/**
 * Whether a node only draws the formula that stands beside it as MathML: KaTeX and MathJax write every formula
 * twice, once in a `math` element and once, `aria-hidden`, as what is to be seen. Its text counts once.
 */
export function isDrawnFormula(siblings, index) {
    const node = siblings[index];
    if (node === undefined || !('tagName' in node) || attributeOf(node, 'aria-hidden') !== 'true')
        return false;
    return holdsMathOnly(siblings[index - 1]) || holdsMathOnly(siblings[index + 1]);
}
function holdsMathOnly(node) {
    if (node === undefined || !('tagName' in node))
        return false;
    const [child] = node.childNodes;
    return node.childNodes.length === 1 && child !== undefined && child.nodeName === 'math';
}
