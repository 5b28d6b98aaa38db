import MarkdownIt from 'markdown-it';
import type { Document } from '../model/document.ts';
import { splitFrontMatter } from './front-matter.ts';
import { htmlToDocument } from './html.ts';

const markdownIt = new MarkdownIt({ html: true });
// Markdown that nobody opens in a browser: an address refused as unsafe would be left standing in the text.
markdownIt.validateLink = () => true;
markdownIt.core.ruler.after('inline', 'task-list', dropTaskMarks);
markdownIt.block.ruler.before('fence', 'formula', readFormula, { alt: ['paragraph', 'blockquote', 'list'] });
markdownIt.renderer.rules['formula'] = (tokens, index) =>
  `<math display="block">${markdownIt.utils.escapeHtml(tokens[index]!.content)}</math>`;

/**
 * Reads Markdown (CommonMark, with the tables, strikethrough, task lists and `$$` formulas of GitHub) into blocks. It is
 * rendered to HTML and read as HTML: Markdown is defined by the HTML that it stands for, may hold raw HTML around
 * and between its own blocks, and the two forms of one extraction give the same blocks by construction.
 * Front matter, syntax, link targets, image texts and info strings are not text; an address that is its own link text is.
 * What is nested deeper than 100 levels is not read. Never throws; time and memory are linear in the input.
 */
export function markdownToDocument(markdown: string): Document {
  return htmlToDocument(markdownIt.render(splitFrontMatter(markdown).markdown));
}

type CoreRule = Parameters<typeof markdownIt.core.ruler.after>[2];

/** `- [x] done` is an item with a box that is ticked, not with the text `[x]`. */
function dropTaskMarks({ tokens }: Parameters<CoreRule>[0]): void {
  for (let index = 2; index < tokens.length; index++) {
    if (tokens[index]!.type !== 'inline' || tokens[index - 2]!.type !== 'list_item_open') continue;
    const first = tokens[index]!.children?.[0];
    if (first !== undefined) first.content = first.content.replace(/^\[[ xX]\](?=\s)/, '');
  }
}

type BlockRule = Parameters<typeof markdownIt.block.ruler.before>[2];

/** A formula has no more lines than this, so that reading stays linear where many begin and none ends. */
const LONGEST_FORMULA = 100;

/**
 * A formula on lines of its own: from a line that begins with `$$` to one that ends with it, the same line perhaps,
 * without a blank line between. What stands in it is not Markdown.
 */
function readFormula(...[state, startLine, endLine, silent]: Parameters<BlockRule>): boolean {
  const lineOf = (line: number): string =>
    state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
  if (state.sCount[startLine]! - state.blkIndent >= 4 || !lineOf(startLine).startsWith('$$')) return false;
  const lines = [lineOf(startLine).slice(2)];
  const last = Math.min(endLine, startLine + LONGEST_FORMULA);
  let next = startLine + 1;
  for (; !/\$\$\s*$/.test(lines.at(-1)!); next++) {
    if (next >= last || state.isEmpty(next) || state.sCount[next]! < state.blkIndent) return false;
    lines.push(lineOf(next));
  }
  const content = lines
    .join('\n')
    .replace(/\$\$\s*$/, '')
    .trim();
  if (content === '') return false;
  if (!silent) {
    state.push('formula', 'math', 0).content = content;
    state.line = next;
  }
  return true;
}
