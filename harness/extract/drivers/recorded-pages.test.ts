import { describe, expect, test } from 'vitest';
import type { PageReference } from '../../model/page.ts';
import { checkRecordedPages } from './recorded-pages.ts';

function corpusOf(...ids: string[]): { name: string; pages: PageReference[] } {
  return { name: 'toy', pages: ids.map((id) => ({ id }) as PageReference) };
}

function check(path: string, recorded: readonly string[], pages: readonly string[]): () => void {
  return () => checkRecordedPages(path, recorded, [corpusOf(...pages)]);
}

describe('recorded output with no page of the corpora', () => {
  test.each([
    ['runs/out', ['mine/s/a', 'mine/s/b', 'mine/s/c'], ['s/a', 's/b'], 'recorded:runs/out holds output for no page of toy: it holds "mine/s/a", "mine/s/b" and 1 more, and the pages are "s/a", "s/b"; did you mean recorded:runs/out/mine?'],
    ['out.jsonl', ['mine/s/a'], ['s/a'], 'recorded:out.jsonl holds output for no page of toy: it holds "mine/s/a", and the pages are "s/a"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of'],
    ['out/s', ['a'], ['s/a'], 'recorded:out/s holds output for no page of toy: it holds "a", and the pages are "s/a"; did you mean recorded:out?'],
    ['out.json', ['a'], ['s/a'], 'recorded:out.json holds output for no page of toy: it holds "a", and the pages are "s/a"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of'],
    ['out.json', ['a.html'], ['a'], 'recorded:out.json holds output for no page of toy: it holds "a.html", and the pages are "a"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of'],
    ['out.json', ['x'], ['a'], 'recorded:out.json holds output for no page of toy: it holds "x", and the pages are "a"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of'],
    ['out.json', [], ['a'], 'recorded:out.json holds output for no page of toy: it holds none at all, and the pages are "a"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of'],
  ])('is refused: %s, %j of %j', (path, recorded, pages, message) => {
    expect(check(path, recorded, pages)).toThrow(expect.objectContaining({ code: 'usage', message }) as Error);
  }); // prettier-ignore

  test('is taken where one page of one corpus is there', () => {
    expect(check('out.json', ['x', 'a'], ['a', 'b'])).not.toThrow();
    expect(() => checkRecordedPages('out.json', ['b'], [corpusOf('a'), corpusOf('b')])).not.toThrow();
  });
});
