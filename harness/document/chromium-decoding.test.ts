import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { ENCODING_TABLES } from './fixtures/encoding-tables.ts';

/** What Chromium made of pages that show differences between decoders; `npm run probe-encodings` asks it again. */
const chromium = JSON.parse(
  readFileSync(new URL('./fixtures/chromium-decoding.json', import.meta.url), 'utf8'),
) as {
  readonly probes: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly base64: string;
    readonly encoding: string;
    readonly text: string;
  }[];
  readonly tables: readonly {
    readonly name: string;
    readonly encoding: string;
    readonly length: number;
    readonly sha256: string;
  }[];
};

/** What `document.documentElement.textContent` is. */
function textContent(html: string): string {
  const texts: string[] = [];
  const collect = (node: Tree.ParentNode): void => {
    for (const child of node.childNodes) {
      if ('value' in child) texts.push(child.value);
      else if ('childNodes' in child) collect(child);
    }
  };
  collect(parse(html));
  return texts.join('');
}

describe('a page is decoded as Chromium decodes it', () => {
  test.each(chromium.probes)('$name', ({ contentType, base64, encoding, text }) => {
    const decoded = decode(Buffer.from(base64, 'base64'), contentType);
    expect([decoded.encoding.name, textContent(decoded.text)]).toEqual([encoding, text]);
  });

  test.each(chromium.tables)('every sequence of $name', ({ name, encoding, length, sha256 }) => {
    const decoded = decode(ENCODING_TABLES.get(name)!(), `text/html; charset=${name}`);
    const text = textContent(decoded.text);
    expect([decoded.encoding.name, text.length]).toEqual([encoding, length]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  test('the fixture holds what it is for', () => {
    expect(chromium.probes.length).toBeGreaterThanOrEqual(13);
    expect(chromium.tables.map((table) => table.name)).toEqual([...ENCODING_TABLES.keys()]);
  });
});
