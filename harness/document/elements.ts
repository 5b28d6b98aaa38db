/**
 * What the harness makes of each HTML element when it turns a page into blocks. The rules follow what a
 * reader with a browser sees: text that is never rendered is no text, an inline element never splits a word,
 * a block element always does.
 */

/** Elements whose content is never shown as text, or is not text of the page. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'head', 'script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'embed',
  'svg', 'canvas', 'audio', 'video', 'map', 'datalist', 'select', 'textarea', 'rt', 'rp',
]); // prettier-ignore

/** Elements that stand on lines of their own. */
export const BLOCK_LEVEL: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir',
  'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup', 'p',
  'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr',
  'ul', 'xmp',
]); // prettier-ignore

/** Inline elements that a reader sees as an object of its own: words on both sides of it are not one word. */
export const INLINE_OBJECTS: ReadonlySet<string> = new Set([
  'img', 'input', 'button', 'meter', 'progress', 'select', 'textarea', 'iframe', 'object', 'embed', 'svg',
  'canvas', 'audio', 'video',
]); // prettier-ignore

/** Elements that keep their white space. */
export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** Elements that a table of data does not hold; a table with one of them only arranges the page. */
export const LAYOUT_SIGNS: ReadonlySet<string> = new Set([
  'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section', 'aside', 'nav', 'header', 'footer',
  'main', 'form', 'hr', 'figure', 'pre',
]); // prettier-ignore

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether attributes alone keep an element from being shown: `hidden`, an inline style, a closed dialog. */
export function isHidden(tagName: string, attribute: (name: string) => string | undefined): boolean {
  const hidden = attribute('hidden');
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  if (tagName === 'dialog' && attribute('open') === undefined) return true;
  return HIDDEN_STYLE.test(attribute('style') ?? '');
}
