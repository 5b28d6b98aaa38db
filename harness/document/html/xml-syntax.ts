/** What XML has beside tags, each to its end or that of the page, and end tags of elements that HTML never ends. */
const SYNTAX =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!DOCTYPE[^>[]*\[[^]*?(?:\]\s*>|$)|<\/(?:br|hr|img|input|wbr|col|area|embed|param|source|track)\s*>/g;

/**
 * A page in XML without what HTML reads otherwise: a CDATA section becomes the text that it stands for, instructions and
 * declarations of entities go.
 */
export function withoutXmlSyntax(xml: string): string {
  return xml.replace(SYNTAX, (found, text: string | undefined) => {
    if (found.startsWith('<!--')) return found;
    return (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  });
}
