import { excerpt } from "./fault.js";
/**
 * Anchors, aliases, tags, directives and keys that are no plain words: well-formed YAML, but each gives a
 * text another meaning than the one that a reader sees.
 */
export function forbiddenSyntax(tokens) {
    return tokens
        .flatMap((token) => [...flatten(token)])
        .flatMap(({ type, offset, ...rest }) => {
        const advice = ADVICE.get(type);
        return advice ? [{ offset, ...describe(advice, 'source' in rest ? rest.source : '') }] : [];
    });
}
const ADVICE = new Map([
    ['anchor', { name: 'an anchor', mend: 'a text that begins with "&" must be put in quotes' }],
    ['alias', { name: 'an alias', mend: 'a text that begins with "*" must be put in quotes' }],
    ['tag', { name: 'a tag', mend: 'a text that begins with "!" must be put in quotes' }],
    ['directive', { name: 'a directive', mend: 'take the line away' }],
    [
        'explicit-key-ind',
        { name: 'a key after', mend: 'write the key and its colon on one line, e.g. "title: …"' },
    ],
]);
function describe({ name, mend }, source) {
    return {
        code: 'yaml-syntax',
        found: `${name} ${excerpt(source)}`,
        expected: 'plain keys, texts, lists and maps only',
        mend,
    };
}
/** The token and all tokens inside it, in the order of the text. */
function* flatten(token) {
    yield token;
    const inner = 'items' in token ? token.items.flatMap(tokensOf) : [];
    const before = 'start' in token ? [token.start].flat() : 'props' in token ? token.props : [];
    const value = 'value' in token && token.value ? [token.value] : [];
    for (const part of [...before, ...inner, ...value])
        yield* flatten(part);
}
function tokensOf(item) {
    return [...item.start, item.key, ...(item.sep ?? []), item.value].filter((token) => token != null);
}
