import { readInlineStyle } from './html/inline-style.ts';
import type { InlineStyle } from './html/inline-style.ts';

/**
 * What the harness makes of each HTML element when it turns a page into blocks. The rules follow what a
 * reader with a browser sees: text that is never rendered is no text, an inline element never splits a word,
 * a block element always does. Elements that are in no list are inline, custom elements too, as browsers have it.
 */

/**
 * Elements whose content is never shown as text, or is not text of the page. A page's scripts are taken to run,
 * so `noscript` is not shown. A formula counts once, not in the other notations that may stand beside it.
 */
const SKIPPED: ReadonlySet<string> = new Set([
  'head', 'title', 'script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'embed',
  'svg', 'canvas', 'audio', 'video', 'progress', 'meter', 'datalist', 'select', 'textarea', 'rt', 'rtc', 'rp',
  'annotation', 'annotation-xml',
]); // prettier-ignore

/** Types of what only plugins showed. No browser has any more: it shows what stands in the `object` instead. */
const PLUGIN_TYPE = /^application\/x-/i;

/** Whether what is in an element is never shown as text, or is not text of the page. */
export function isNoText({ tagName, attrs }: Tag): boolean {
  if (tagName !== 'object') return SKIPPED.has(tagName);
  // An object that has nothing to load shows what stands in it, and so does one that cannot be loaded.
  return attributeOf(attrs, 'data') !== undefined && !PLUGIN_TYPE.test(attributeOf(attrs, 'type') ?? '');
}

/** Elements that stand on lines of their own. */
const BLOCK_LEVEL: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir',
  'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p',
  'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr',
  'ul', 'xmp',
]); // prettier-ignore

/**
 * Inline elements that a reader sees as an object of its own: words on both sides of it are not one word. The
 * elements of a formula are such objects too: `<mn>1</mn><mn>2</mn>` in a fraction is not twelve.
 */
const INLINE_OBJECTS: ReadonlySet<string> = new Set([
  'img', 'input', 'button', 'meter', 'progress', 'select', 'textarea', 'iframe', 'object', 'embed', 'svg',
  'canvas', 'audio', 'video', 'marquee', 'mi', 'mn', 'mo', 'ms', 'mtext',
]); // prettier-ignore

/** Block-level elements that are nothing but blocks: `display: inline` makes them part of the line. */
const PLAIN_BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'center', 'div', 'figure', 'footer', 'form', 'header', 'hgroup', 'main', 'nav',
  'search', 'section',
]); // prettier-ignore

/** Parts of tables of which `content-visibility` says nothing. */
const ROWS: ReadonlySet<string> = new Set(['tr', 'thead', 'tbody', 'tfoot']);

/** Elements that keep their white space. */
export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** Elements that a table of data without header cells does not hold; one that has them only arranges the page. */
export const LAYOUT_SIGNS: ReadonlySet<string> = new Set([
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section', 'aside', 'nav', 'header', 'footer', 'main', 'form',
  'hr', 'figure',
]); // prettier-ignore

/** An element as its tag gives it. */
export interface Tag {
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
}

/** What the `style` attribute of an element says of how it is shown; undefined if nothing. */
export function inlineStyleOf({ attrs }: Tag): InlineStyle | undefined {
  const style = attributeOf(attrs, 'style');
  return style === undefined ? undefined : readInlineStyle(style);
}

function attributeOf(attrs: Tag['attrs'], name: string): string | undefined {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

/**
 * Whether an element and all that is in it has no place on the page: by `display: none`, or `hidden`, a closed dialog
 * or popover, unless its style gives it another `display`. `aria-hidden` does not: it hides from screen readers only.
 * Nor does `hidden="until-found"`, nor a `details` that is closed: a click or a search shows it.
 */
export function isHidden({ tagName, attrs }: Tag, style: InlineStyle | undefined): boolean {
  if (style?.display !== undefined) return style.display === 'none';
  const isDialog = tagName === 'dialog';
  let isOpen = !isDialog;
  let isPopover = false;
  for (const { name, value } of attrs) {
    if (name === 'hidden' && value.toLowerCase() !== 'until-found') return true;
    if (name === 'popover') isPopover = true;
    if (name === 'type' && tagName === 'input' && value.toLowerCase() === 'hidden') return true;
    if (name === 'open' && isDialog) isOpen = true;
  }
  return !isOpen || (isPopover && !isDialog);
}

/** Whether the content of an element is not shown, but its box is: `content-visibility`, of all that is a box. */
export function hidesContent({ tagName }: Tag, style: InlineStyle, flow: Flow): boolean {
  if (style.contentVisibility !== 'hidden' || ROWS.has(tagName)) return false;
  return flow !== 'inline' || style.display === 'inline box' || style.display === 'inline flex';
}

/** How an element takes its place in the text. */
export type Flow =
  /** On lines of its own. */
  | 'block'
  /** In the line, as an object that words do not run across. */
  | 'object'
  /** In the line, as if it were not there. */
  | 'inline';

/**
 * How an element takes its place, by its name and its inline style. A style makes a block of any element, and takes
 * a plain division into the line; paragraphs, headings, items, cells and the like stay by themselves. A formula is a
 * block where it says so.
 */
export function flowOf({ tagName, attrs }: Tag, style: InlineStyle | undefined): Flow {
  const display = style?.display;
  if (BLOCK_LEVEL.has(tagName)) {
    const isInLine = display?.startsWith('inline') === true || display === 'contents';
    return isInLine && PLAIN_BLOCKS.has(tagName) ? 'inline' : 'block';
  }
  if (display === 'block' || display === 'flex') return 'block';
  if (tagName === 'math')
    return attributeOf(attrs, 'display')?.toLowerCase() === 'block' ? 'block' : 'object';
  return INLINE_OBJECTS.has(tagName) ? 'object' : 'inline';
}

/**
 * Whether the children of an element stand apart, as blocks, whatever they are: what is in `display: flex` or `grid`.
 *
 * @param around whether those of the element around it do, in whose place they stand if it has no box
 */
export function spreadsChildren({ tagName }: Tag, style: InlineStyle | undefined, around: boolean): boolean {
  const display = style?.display ?? (tagName === 'slot' ? 'contents' : undefined);
  return display === 'flex' || display === 'inline flex' || (display === 'contents' && around);
}
