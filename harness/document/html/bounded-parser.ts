import { Parser, TokenizerMode } from 'parse5';
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes as Tree, Token, Tokenizer } from 'parse5';
import { QuickTokenizer } from './quick-tokenizer.ts';
import { isShadowRoot, showShadowRoot } from './shadow-roots.ts';

/** How many formatting elements that nobody closed are opened again in the next block. */
const MOST_REOPENED = 8;

/**
 * parse5, the tree that browsers build, in time and memory linear in the page. By the standard, formatting
 * elements that were never closed (`<font size=1><font size=2>…`) are opened again in every block behind them,
 * so that 38 kB of them make millions of elements. They change how text looks, not what it is, so only the newest
 * few are kept. Shadow roots, which parse5 reads as templates, are shown in their hosts.
 */
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  override tokenizer: Tokenizer = new QuickTokenizer(this.options, this);
  /** `<script/>` has its end in itself, as in XML. */
  closesAsXml = false;
  /** Outer hosts stand before those in them. */
  readonly #shadowRoots = new Map<Tree.Element, Tree.Template>();

  read(text: string): Tree.Document {
    this.tokenizer.write(text, true);
    for (const [host, template] of this.#shadowRoots) showShadowRoot(host, template);
    return this.document;
  }

  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token);
    if (!this.closesAsXml || !token.selfClosing || token.ackSelfClosing) return;
    // In HTML what follows a script or title would be its content.
    this.tokenizer.state = TokenizerMode.DATA;
    this.onEndTag(token);
  }

  override _insertTemplate(token: Token.TagToken): void {
    // oxlint-disable-next-line no-underscore-dangle -- the name that parse5 gave it
    super._insertTemplate(token);
    if (token.attrs.length === 0) return;
    const template = this.openElements.current;
    if (template === undefined || !('content' in template)) return;
    const host = template.parentNode;
    if (host === null || !('tagName' in host) || this.#shadowRoots.has(host)) return;
    if (isShadowRoot(template, host)) this.#shadowRoots.set(host, template);
  }

  override _reconstructActiveFormattingElements(): void {
    const list = this.activeFormattingElements;
    let entry = list.newest;
    for (let kept = 0; entry !== null && 'element' in entry && kept < MOST_REOPENED; kept++)
      entry = entry.older;
    while (entry !== null && 'element' in entry) {
      const { older } = entry;
      list.removeEntry(entry);
      entry = older;
    }
    // oxlint-disable-next-line no-underscore-dangle -- the name that parse5 gave it
    super._reconstructActiveFormattingElements();
  }
}

/**
 * Parses a page or a fragment of one. Never throws.
 *
 * @param contentType what a page was sent as: one that is XHTML by it is read with what XML closes closed, and
 * without XML's errors
 */
export function parseHtml(html: string, contentType?: string): Tree.Document {
  const parser = new BoundedParser();
  parser.closesAsXml = contentType !== undefined && XML.test(contentType);
  return parser.read(parser.closesAsXml ? withoutXmlSyntax(html) : html);
}

const XML = /^\s*(?:application|text)\/(?:[\w.-]+\+)?xml\s*(?:;|$)/iu;

/** What XML has beside tags, each to its end or that of the page, and end tags of elements that HTML never ends. */
const SYNTAX =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!DOCTYPE[^>[]*\[[^]*?(?:\]\s*>|$)|<\/(?:br|hr|img|input|wbr|col|area|embed|param|source|track)\s*>/g;

/**
 * A page in XML without what HTML reads otherwise: a CDATA section becomes the text that it stands for, instructions and
 * declarations of entities go.
 */
function withoutXmlSyntax(xml: string): string {
  return xml.replace(SYNTAX, (found, text: string | undefined) => {
    if (found.startsWith('<!--')) return found;
    return (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  });
}
