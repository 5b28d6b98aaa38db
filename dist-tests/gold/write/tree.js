export function textValue(text) {
    return { type: 'text', text };
}
/** A list without comments. */
export function listValue(values) {
    return { type: 'list', items: values.map((value) => ({ before: [], value })), after: [] };
}
/** A map without comments, in the order given; keys without a value are left out. */
export function mapValue(values) {
    const fields = Object.entries(values).flatMap(([key, value]) => value === undefined ? [] : [{ key, before: [], value }]);
    return { type: 'map', fields, after: [] };
}
