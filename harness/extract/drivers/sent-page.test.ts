import { describe, expect, test } from 'vitest';
import type { Media } from '../../model/page.ts';
import { fromSentPage } from './module-protocol.ts';
import { toSentPage } from './sent-page.ts';

const UTF8 = '<meta charset=utf-8>';
const BYTE_ORDER_MARK = '\uFEFF';

/** What is sent as text, and what an extractor gets. */
function sent(media: Media, bytes: Buffer, contentType?: string): { sentText: unknown; got: string } {
  const page = { id: 'site/page', site: 'site', media, bytes, ...(contentType && { contentType }) };
  const onTheWay = toSentPage(page);
  const input = fromSentPage(onTheWay);
  expect(input.bytes).toBe(bytes);
  return { sentText: onTheWay.text, got: input.media === 'html' ? input.html : input.text };
}

describe('a page on its way to the process of a module', () => {
  test.each<readonly [string, Media, Buffer, string]>([
    ['UTF-8', 'html', Buffer.from(`${UTF8}naïve 水`), `${UTF8}naïve 水`],
    ['UTF-8 that nothing declares', 'html', Buffer.from('naïve'), 'naïve'],
    ['a byte order mark', 'html', Buffer.from(`${BYTE_ORDER_MARK}naïve`), 'naïve'],
    ['two byte order marks', 'html', Buffer.from(`${BYTE_ORDER_MARK}${BYTE_ORDER_MARK}x`), `${BYTE_ORDER_MARK}x`],
    ['plain text', 'text', Buffer.from(`${BYTE_ORDER_MARK}naïve`), 'naïve'],
    ['nothing', 'html', Buffer.alloc(0), ''],
  ])('goes as its bytes alone: %s', (_, media, bytes, text) => {
    expect(sent(media, bytes)).toEqual({ sentText: undefined, got: text });
  }); // prettier-ignore

  test.each<readonly [string, Media, Buffer, string | undefined, string]>([
    ['windows-1252 that looks like UTF-8', 'html', Buffer.from('<meta charset=latin1>na\u00C3\u00AFve', 'utf8'), undefined, '<meta charset=latin1>naÃƒÂ¯ve'],
    ['windows-1252', 'html', Buffer.from('na\u00EFve', 'latin1'), undefined, 'naïve'],
    ['another encoding by its content type', 'html', Buffer.from('naïve'), 'text/html; charset=windows-1252', 'naÃ¯ve'],
    ['UTF-16', 'html', Buffer.from(`${BYTE_ORDER_MARK}naïve`, 'utf16le'), undefined, 'naïve'],
    ['bytes that are no UTF-8, though declared so', 'html', Buffer.from(`${UTF8}na\u00EFve`, 'latin1'), undefined, `${UTF8}na\uFFFDve`],
    ['plain text that is no UTF-8', 'text', Buffer.from('na\u00EFve', 'latin1'), undefined, 'na\uFFFDve'],
  ])('goes decoded: %s', (_, media, bytes, contentType, text) => {
    expect(sent(media, bytes, contentType)).toEqual({ sentText: text, got: text });
  }); // prettier-ignore
});
