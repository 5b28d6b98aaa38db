import { Composer, LineCounter, Parser } from 'yaml';
/**
 * Parses one YAML document under the failsafe schema, in which every scalar is text. This is what
 * `parseDocument` does, but the tokens are kept: they alone tell where an anchor or a tag stands.
 * Duplicate keys pass, because the reader of the schema has the better message.
 */
export function composeYaml(text) {
    const lines = new LineCounter();
    const tokens = [...new Parser(lines.addNewLine).parse(text)];
    const composer = new Composer({ schema: 'failsafe', uniqueKeys: false });
    const documents = [...composer.compose(tokens, true, text.length)];
    const complaints = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]).map(toComplaint);
    const second = documents[1];
    if (second)
        complaints.push({ code: 'MULTIPLE_DOCS', offset: second.range[0], message: 'a second document' });
    return {
        root: documents[0]?.contents ?? null,
        tokens,
        lines,
        complaints: complaints.filter(isComplaint).toSorted((a, b) => a.offset - b.offset),
    };
}
function toComplaint(error) {
    return { code: error.code, offset: error.pos[0], message: error.message };
}
/** Tags are not allowed at all, so that it does not matter whether one could be resolved. */
function isComplaint({ code }) {
    return code !== 'TAG_RESOLVE_FAILED';
}
