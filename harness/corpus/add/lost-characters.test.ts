import { expect, test } from 'vitest';
import { tellLostCharacters } from './lost-characters.ts';
import type { NewPage } from './start-gold.ts';

const page = (text: string, rest: Partial<NewPage> = {}): NewPage => ({
  media: 'html',
  bytes: Buffer.from(text, 'latin1'),
  suggestedName: 'x',
  ...rest,
});
const umlauts = '<p>\xe4 \xf6 \xfc \xdf \xe9';

test.each([
  [
    'a meta element',
    page(`<meta charset=utf-8>${umlauts}`),
    'read as UTF-8, because a meta element of it says so;',
  ],
  [
    'what the server said',
    page(umlauts, { response: { type: 'text/html; charset=utf-8' } }),
    'read as UTF-8, because the content type that it came with says so;',
  ],
  [
    'a byte order mark',
    page(`\xef\xbb\xbf${umlauts}`),
    'read as UTF-8, because it begins with that byte order mark;',
  ],
  [
    'an XML declaration',
    page(`<?xml encoding='utf-8'?>${umlauts}`),
    'read as UTF-8, because its XML declaration says so;',
  ],
  [
    'nothing, for letters that were lost before',
    page('', { bytes: Buffer.from('<p>\ufffd\ufffd\ufffd\ufffd\ufffd') }),
    'read as UTF-8, because it declares nothing and its bytes are valid;',
  ],
])('lost letters name the encoding and why it was taken: %s', (_, lost, reason) => {
  expect(tellLostCharacters(lost)).toMatch(/^5 characters of the page are lost \(U\+FFFD\); it was /u);
  expect(tellLostCharacters(lost)).toContain(reason);
});

test.each([
  ['a page in the encoding that it declares', page(`<meta charset=latin1>${umlauts}`)],
  ['a page that declares nothing and is not UTF-8', page(umlauts)],
  ['four of them', page('<meta charset=utf-8><p>\xe4 \xf6 \xfc \xdf')],
  ['plain text', page('', { media: 'text', bytes: Buffer.from('\ufffd'.repeat(9)) })],
])('of %s nothing is told', (_, whole) => {
  expect(tellLostCharacters(whole)).toBeUndefined();
});
