/**
 * Types the default export of an extractor module: `extract` gets the input that follows from `accepts`, and
 * options of the type that it writes down: `extract({ html }, { fast = false }: { fast?: boolean })`.
 * Returns the definition as it is; it is checked where the module is loaded, because a module may also be
 * JavaScript, or export a plain object.
 */
export function defineExtractor(definition) {
    return definition;
}
