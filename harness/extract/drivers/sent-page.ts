import { isUtf8 } from 'node:buffer';
import { decodePage } from '../../document/decode.ts';
import { detectEncoding } from '../../document/encoding/detect.ts';
import type { Page } from '../../model/page.ts';
import { defined } from '../../util/defined.ts';
import type { SentPage } from './module-protocol.ts';

/** A page as it is sent to the process of a module: decoded, unless the process can do so without tables of encodings. */
export function toSentPage(page: Page): SentPage {
  const { media, bytes, url, contentType } = page;
  const about = { media, bytes, ...defined({ url, contentType }) };
  const isPlain = isUtf8(bytes) && (media === 'text' || detectEncoding(bytes, contentType).name === 'UTF-8');
  return isPlain ? about : { ...about, text: decodePage(page) };
}
