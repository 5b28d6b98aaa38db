/** Markdown with the metadata that stand before its text taken off. */
export interface SplitMarkdown {
  /** The lines between the marks, YAML in all but name; undefined where there are none. */
  readonly frontMatter: string | undefined;
  readonly markdown: string;
}

const MARK = /^---[ \t]*$/;
const END = /^(?:---|\.\.\.)[ \t]*$/;

const KEY = /^[\p{L}_][\p{L}\p{N}_ .-]*:(?:[ \t]|$)/u;

/** Below a key: an item, more of a value, a comment, nothing. */
const CONTINUED = /^(?:[ \t]|- |-$|#|$)/;

/**
 * Takes the front matter off: it begins in the first line with `---`, every line of it is one of a YAML map, the first
 * a key, and it ends with `---` or `...`. CommonMark knows none: it makes a rule and a heading of it. Anything else
 * between two rules is text.
 */
export function splitFrontMatter(source: string): SplitMarkdown {
  const none = { frontMatter: undefined, markdown: source };
  if (!/^\uFEFF?---/.test(source)) return none;
  const breaks = /\r\n|\r|\n/g;
  const lines: string[] = [];
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  for (let found = breaks.exec(source); found !== null; found = breaks.exec(source)) {
    const line = source.slice(start, found.index);
    start = breaks.lastIndex;
    if (lines.length > 1 && END.test(line))
      return { frontMatter: lines.slice(1).join('\n'), markdown: source.slice(start) };
    const fits =
      lines.length === 0 ? MARK.test(line) : KEY.test(line) || (lines.length > 1 && CONTINUED.test(line));
    if (!fits) return none;
    lines.push(line);
  }
  const isWhole = lines.length > 1 && END.test(source.slice(start));
  return isWhole ? { frontMatter: lines.slice(1).join('\n'), markdown: '' } : none;
}
