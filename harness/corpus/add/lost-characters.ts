import { decode } from '../../document/decode.ts';
import type { EncodingRule } from '../../model/page.ts';
import type { NewPage } from './start-gold.ts';

/** Fewer of them may be the page's own. */
const MANY = 5;

const REASONS: Readonly<Record<EncodingRule, string>> = {
  bom: 'because it begins with that byte order mark',
  'content-type': 'because the content type that it came with says so',
  meta: 'because a meta element of it says so',
  xml: 'because its XML declaration says so',
  'valid-utf-8': 'because it declares nothing and its bytes are valid',
  default: 'because it declares nothing and is not UTF-8',
};

/**
 * What to tell of a page that has many U+FFFD when it is decoded: its letters were lost, most often because it is in
 * another encoding than it says. Undefined of any other page, and of plain text, which is UTF-8.
 */
export function tellLostCharacters({ bytes, media, response }: NewPage): string | undefined {
  if (media === 'text') return undefined;
  const { text, encoding } = decode(bytes, response?.type);
  const count = text.split('\ufffd').length - 1;
  if (count < MANY) return undefined;
  const reason = REASONS[encoding.decidedBy];
  const fix = 'see whether it was saved or declared in a wrong encoding before you label it';
  return `${count} characters of the page are lost (U+FFFD); it was read as ${encoding.name}, ${reason}; ${fix}`;
}
