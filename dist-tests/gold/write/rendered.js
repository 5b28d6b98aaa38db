/** One below the other. The comments above the first one are those above them all. */
export function stack(parts, after) {
    const [first, ...rest] = parts;
    const further = rest.flatMap(({ above, lines }) => [...above, ...lines]);
    return { above: first?.above ?? [], lines: [...(first?.lines ?? []), ...further, ...after] };
}
/** A value on the line of its dash or key, under these comments. */
export function behind(sign, before, { above, lines }) {
    const [first, ...rest] = lines;
    return { above: [...before, ...above], lines: [`${sign} ${first ?? ''}`, ...rest.map(indent)] };
}
/** A value that begins on the line below its key, under these comments. */
export function below(sign, before, { above, lines }) {
    return { above: before, lines: [sign, ...above.map(indent), ...lines.map(indent)] };
}
/** An empty line stays empty: only the lines of a literal block are, and they mean nothing else. */
function indent(line) {
    return line === '' ? '' : `  ${line}`;
}
