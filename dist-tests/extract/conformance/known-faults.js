/** The names of the cases that do not hold: those that an extractor is known to fail, and the others. */
export function failuresOf(cases, cannot) {
    const failed = cases.filter(({ holds }) => !holds).map(({ name }) => name);
    const isKnown = (name) => cannot.some((fault) => fault.case === name);
    return { known: failed.filter(isKnown), unknown: failed.filter((name) => !isKnown(name)) };
}
