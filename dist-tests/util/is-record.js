/** Whether a value of unknown origin is an object with fields: neither null nor an array. */
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
