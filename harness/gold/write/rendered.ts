/** Lines of a file as far as they are written; the margin is that of the value itself. */
export interface Rendered {
  /** Comments above the first line; apart from it, because it may still get a dash or a key in front. */
  readonly above: readonly string[];
  readonly lines: readonly string[];
}

/** One below the other. The comments above the first one are those above them all. */
export function stack(parts: readonly Rendered[], after: readonly string[]): Rendered {
  const [first, ...rest] = parts;
  const further = rest.flatMap(({ above, lines }) => [...above, ...lines]);
  return { above: first?.above ?? [], lines: [...(first?.lines ?? []), ...further, ...after] };
}

/** A value on the line of its dash or key, under these comments. */
export function behind(sign: string, before: readonly string[], { above, lines }: Rendered): Rendered {
  const [first, ...rest] = lines;
  return { above: [...before, ...above], lines: [`${sign} ${first ?? ''}`, ...rest.map(indent)] };
}

/** A value that begins on the line below its key, under these comments. */
export function below(sign: string, before: readonly string[], { above, lines }: Rendered): Rendered {
  return { above: before, lines: [sign, ...above.map(indent), ...lines.map(indent)] };
}

/** An empty line stays empty: only the lines of a literal block are, and they mean nothing else. */
function indent(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
