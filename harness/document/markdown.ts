import MarkdownIt from 'markdown-it';
import type { Document } from '../model/document.ts';
import { htmlToDocument } from './html.ts';

const markdownIt = new MarkdownIt({ html: true });
// Markdown that nobody opens in a browser: an address refused as unsafe would be left standing in the text.
markdownIt.validateLink = () => true;
markdownIt.core.ruler.after('inline', 'task-list', dropTaskMarks);

/**
 * Reads Markdown (CommonMark, with the tables, strikethrough and task lists of GitHub) into blocks. It is
 * rendered to HTML and read as HTML: Markdown is defined by the HTML that it stands for, may hold raw HTML around
 * and between its own blocks, and the two forms of one extraction give the same blocks by construction.
 * Syntax, link targets, image texts and info strings are not text; an address that is its own link text is.
 * What is nested deeper than 100 levels is not read. Never throws; time and memory are linear in the input.
 */
export function markdownToDocument(markdown: string): Document {
  return htmlToDocument(markdownIt.render(markdown));
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
