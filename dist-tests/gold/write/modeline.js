const MODELINE = /^#\s*yaml-language-server:\s*\$schema=\S+$/u;
/** Whether a comment tells editors the JSON Schema of the file, and nothing else. */
export function isModeline(comment) {
    return MODELINE.test(comment);
}
/**
 * The comments at the top of a file, that for the schema first. A schema that is given takes the place of any
 * that they name.
 */
export function withModeline(head, schema) {
    const named = schema === undefined ? head.filter(isModeline) : [`# yaml-language-server: $schema=${schema}`];
    return [...named, ...head.filter((comment) => !isModeline(comment))];
}
