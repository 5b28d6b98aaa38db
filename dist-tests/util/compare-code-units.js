/** The order of everything that is sorted by name: by UTF-16 code units, the same on every machine. */
export function compareCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
