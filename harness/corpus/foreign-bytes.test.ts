import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findForeignBytes } from './foreign-bytes.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const words = Array.from({ length: 500 }, (_, index) => `<p>word ${index * 7919}`).join('');

test.each([
  ['gzip', gzipSync('<p>x')],
  ['zstd', latin('\x28\xb5\x2f\xfd\x04')],
  ['bzip2', latin('BZh91AY&SY\x01')],
  ['xz', latin('\xfd7zXZ\0\0')],
  ['a ZIP archive', latin('PK\x03\x04\x14')],
  ['a PDF', latin('%PDF-1.7\n')],
  ['a PNG picture', latin('\x89PNG\r\n\x1a\n')],
  ['a JPEG picture', latin('\xff\xd8\xff\xe0')],
  ['a GIF picture', latin('GIF89a')],
  ['a WebP picture', latin('RIFF\x10\n\0\0WEBPVP8 ')],
  ['packed or binary data', brotliCompressSync(words)],
  ['packed or binary data', deflateSync(words)],
  ['packed or binary data', latin('\x7fELF\x02\x01\x01 and so on')],
])('%s is no page', (looksLike, bytes) => {
  expect(findForeignBytes({ bytes, media: 'html' })).toMatchObject({ looksLike });
  expect(findForeignBytes({ bytes, media: 'text' })).toMatchObject({ looksLike });
});

test.each([
  ['nothing', latin(''), undefined],
  ['UTF-8', Buffer.from('\ufeff<p>Ein Fährhaus 日本語'), undefined],
  ['a few control characters in a long page', latin(`${words}\0\x07`), undefined],
  ['ISO-2022-JP', latin('<meta charset=iso-2022-jp>\x1b$BF|K\\8l\x1b(B'), undefined],
  ['UTF-16 with its mark', Buffer.from('\ufeff<p>x', 'utf16le'), undefined],
  ['UTF-16 by what the server said', Buffer.from('<p>x', 'utf16le'), 'text/html; charset=utf-16le'],
  ['text about files', latin('BZh is how bzip2 begins, PK how ZIP does'), undefined],
])('%s may be a page', (_, bytes, contentType) => {
  expect(
    findForeignBytes({ bytes, media: 'html', ...(contentType !== undefined && { contentType }) }),
  ).toBeUndefined();
});

test('UTF-16 is known by its NUL bytes; plain text has it in no form', () => {
  const unmarked = Buffer.from('<p>Ein Fährhaus', 'utf16le');
  const marked = Buffer.from('\ufeffOne and two', 'utf16le');
  const inHtml = {
    looksLike: 'UTF-16 without a byte order mark',
    fix: 'save it in UTF-8, or with a byte order mark',
  };
  const inText = { looksLike: 'UTF-16', fix: 'save it in UTF-8' };
  expect(findForeignBytes({ bytes: unmarked, media: 'html' })).toEqual(inHtml);
  expect(findForeignBytes({ bytes: Buffer.from(unmarked).swap16(), media: 'html' })).toEqual(inHtml);
  expect(findForeignBytes({ bytes: unmarked, media: 'text' })).toEqual(inText);
  expect(findForeignBytes({ bytes: marked, media: 'text' })).toEqual(inText);
});
