import { describe, expect, test } from 'vitest';
import { decode, decodePage, decodeUtf8 } from './decode.ts';
import { detectEncoding } from './encoding/detect.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('decode', () => {
  test.each([
    ['a UTF-8 mark beats the header', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'text/html; charset=windows-1252', 'é', 'UTF-8', 'bom'],
    ['a UTF-16LE mark beats the header', bytes(0xff, 0xfe, 0xe9, 0x00), 'text/html; charset=utf-8', 'é', 'UTF-16LE', 'bom'],
    ['a UTF-16BE mark', bytes(0xfe, 0xff, 0x00, 0xe9), undefined, 'é', 'UTF-16BE', 'bom'],
    ['the header', bytes(0xe9), 'text/html; charset=ISO-8859-1', 'é', 'windows-1252', 'content-type'],
    ['the header, quoted', bytes(0xd0), 'text/html;charset="koi8-r"', 'п', 'KOI8-R', 'content-type'],
    ['the meta element', latin('<meta charset="iso-8859-2">\xb1'), 'text/html', '<meta charset="iso-8859-2">ą', 'ISO-8859-2', 'meta'],
    ['a meta element that names the default', latin('<meta charset=windows-1252>\x80'), undefined, '<meta charset=windows-1252>€', 'windows-1252', 'meta'],
    ['an XML declaration', latin("<?xml encoding='koi8-r'?>\xd0"), undefined, "<?xml encoding='koi8-r'?>п", 'KOI8-R', 'xml'],
    ['nothing declared, valid UTF-8', bytes(0xc3, 0xa9), undefined, 'é', 'UTF-8', 'valid-utf-8'],
    ['nothing declared, not UTF-8', bytes(0x93, 0xe9, 0x94), undefined, '“é”', 'windows-1252', 'default'],
    ['an unknown charset declares nothing', bytes(0xc3, 0xa9), 'text/html; charset=klingon', 'é', 'UTF-8', 'valid-utf-8'],
    ['a header that is no media type declares nothing', bytes(0xc3, 0xa9), 'charset=latin1', 'é', 'UTF-8', 'valid-utf-8'],
    ['a content without a value declares nothing', latin('<meta http-equiv=content-type content="text/html; charset">'), undefined, '<meta http-equiv=content-type content="text/html; charset">', 'UTF-8', 'valid-utf-8'],
    ['bytes that are no text', bytes(0x61, 0xff), 'text/html; charset=utf-8', 'a\ufffd', 'UTF-8', 'content-type'],
    ['Big5 letters of two code points', bytes(0x88, 0x62, 0x88, 0xa5), 'text/html; charset=big5', '\xca\u0304\xea\u030c', 'Big5', 'content-type'],
    ['half a unit of UTF-16', bytes(0x61, 0x00, 0x62), 'text/html; charset=utf-16le', 'a\ufffd', 'UTF-16LE', 'content-type'],
    ['an encoding that must not be decoded', bytes(0x61, 0x62), 'text/html; charset=iso-2022-kr', '\ufffd', 'replacement', 'content-type'],
    ['no bytes', bytes(), undefined, '', 'UTF-8', 'valid-utf-8'],
  ] as const)('%s', (_name, input, contentType, text, name, decidedBy) => {
    expect(decode(input, contentType)).toEqual({ text, encoding: { name, decidedBy } });
  }); // prettier-ignore

  test('a meta element is found behind a long script of the head, however it is cut into chunks', () => {
    for (const length of [0, 900, 2020, 2030, 2040, 6000, 200_000]) {
      const page = latin(`<script>${'x'.repeat(length)}</script><meta charset=koi8-r>`);
      expect(detectEncoding(page)).toEqual({ name: 'KOI8-R', decidedBy: 'meta' });
    }
  });

  test('a page of plain text is UTF-8, its mark dropped', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0xe2, 0x80, 0xa6))).toBe('…');
  });
});

test('a page is read by its medium: HTML as a browser does, plain text as UTF-8', () => {
  const sent = 'text/html; charset=koi8-r';
  expect(decodePage({ bytes: bytes(0xd0), contentType: sent })).toBe('п');
  expect(decodePage({ bytes: bytes(0xd0, 0xbf), media: 'html' })).toBe('п');
  expect(decodePage({ bytes: bytes(0xd0, 0xbf), media: 'text', contentType: sent })).toBe('п');
});
