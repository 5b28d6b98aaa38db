import { CST, Lexer } from 'yaml';
/** Every comment of a text, in its order; a `#` inside a scalar begins none. */
export function findComments(text) {
    const comments = [];
    for (const { type, offset, source } of lexemes(text)) {
        if (type !== 'comment')
            continue;
        const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
        comments.push({ text: source.trimEnd(), offset, column: line.length, isBehind: /[^\s-]/u.test(line) });
    }
    return comments;
}
/** The lexemes of the text. The lexer announces every scalar by a mark, which is no part of the text. */
function* lexemes(text) {
    let offset = 0;
    let isScalar = false;
    for (const source of new Lexer().lex(text)) {
        const type = isScalar ? 'content' : CST.tokenType(source);
        isScalar = type === 'scalar';
        if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end')
            continue;
        yield { type, offset, source };
        offset += source.length;
    }
}
