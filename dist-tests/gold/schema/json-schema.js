/** The words of a closed vocabulary, each with its meaning, so that an editor completes and explains them. */
export function wordSchema(vocabulary) {
    return { oneOf: Object.entries(vocabulary).map(([word, description]) => ({ const: word, description })) };
}
/** A map with closed keys. */
export function mapSchema(properties, required = []) {
    return {
        type: 'object',
        properties,
        ...(required.length > 0 && { required }),
        additionalProperties: false,
    };
}
export function listSchema(items, rules = {}) {
    return { type: 'array', items, ...rules };
}
/** A definition of the same schema, by its name. */
export function reference(name) {
    return { $ref: `#/$defs/${name}` };
}
