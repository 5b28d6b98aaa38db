import { describe, expect, test } from 'vitest';
import { decode, decodeUtf8 } from './decode.ts';

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
    ['nothing declared, valid UTF-8', bytes(0xc3, 0xa9), undefined, 'é', 'UTF-8', 'valid-utf-8'],
    ['nothing declared, not UTF-8', bytes(0x93, 0xe9, 0x94), undefined, '“é”', 'windows-1252', 'default'],
    ['an unknown charset declares nothing', bytes(0xc3, 0xa9), 'text/html; charset=klingon', 'é', 'UTF-8', 'valid-utf-8'],
    ['a header that is no media type declares nothing', bytes(0xc3, 0xa9), 'charset=latin1', 'é', 'UTF-8', 'valid-utf-8'],
    ['bytes that are no text', bytes(0x61, 0xff), 'text/html; charset=utf-8', 'a\ufffd', 'UTF-8', 'content-type'],
    ['an encoding that must not be decoded', bytes(0x61, 0x62), 'text/html; charset=iso-2022-kr', '\ufffd', 'replacement', 'content-type'],
    ['no bytes', bytes(), undefined, '', 'UTF-8', 'valid-utf-8'],
  ] as const)('%s', (_name, input, contentType, text, encoding, decidedBy) => {
    expect(decode(input, contentType)).toEqual({ text, encoding, decidedBy });
  }); // prettier-ignore

  test('a page of plain text is UTF-8, its mark dropped', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0xe2, 0x80, 0xa6))).toBe('…');
  });
});
