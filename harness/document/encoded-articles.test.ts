import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { htmlToDocument } from './html.ts';
import { Vocabulary, tokenize } from './tokens.ts';

/** Small articles, each in the encodings of its script, made by Python's codecs (scripts/encoded-articles.py). */
const articles = JSON.parse(
  readFileSync(new URL('./fixtures/encoded-articles.json', import.meta.url), 'utf8'),
) as readonly {
  readonly name: string;
  /** The headline and the paragraphs. */
  readonly lines: readonly string[];
  readonly pages: readonly { readonly label: string; readonly base64: string }[];
}[];

describe.each(articles)('the article in $name letters', ({ lines, pages }) => {
  test.each(pages)('has the same tokens in $label', ({ label, base64 }) => {
    const { text, encoding } = decode(Buffer.from(base64, 'base64'), 'text/html');
    expect(encoding.decidedBy).toBe(/^UTF-16|mark/.test(label) ? 'bom' : 'meta');
    const { blocks } = htmlToDocument(text);
    const vocabulary = new Vocabulary();
    const expected = tokenize(
      lines.map((line) => ({ text: line })),
      vocabulary,
    );
    const tokens = tokenize(blocks, vocabulary);
    expect([...tokens.ids]).toEqual([...expected.ids]);
    expect([...tokens.block]).toEqual([...expected.block]);
  });
});

test('at least twelve encodings are tried', () => {
  const tried = articles.flatMap(({ pages }) =>
    pages.map(({ base64 }) => decode(Buffer.from(base64, 'base64')).encoding.name),
  );
  expect([...new Set(tried)].toSorted()).toEqual([
    'Big5', 'EUC-JP', 'EUC-KR', 'GBK', 'IBM866', 'ISO-2022-JP', 'ISO-8859-13', 'ISO-8859-15', 'ISO-8859-2', 'ISO-8859-5',
    'ISO-8859-6', 'ISO-8859-7', 'ISO-8859-8', 'KOI8-R', 'KOI8-U', 'Shift_JIS', 'UTF-16BE', 'UTF-16LE', 'UTF-8', 'gb18030',
    'macintosh', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256',
    'windows-1257', 'windows-1258', 'windows-874', 'x-mac-cyrillic',
  ]); // prettier-ignore
});
