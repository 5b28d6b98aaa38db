/** The object without the keys whose value is undefined: what is not known is absent, not undefined. */
export function defined(values) {
    // oxlint-disable-next-line no-unsafe-type-assertion -- the types of single values are lost on the way
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
