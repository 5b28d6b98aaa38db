import { describe, expect, test } from 'vitest';
import type { BodyEntry, Gold } from '../../model/gold.ts';
import { glued } from './glued.ts';
import { goldOf, page } from './fixtures/pages.ts';
import { order } from './order.ts';
import { repeats } from './repeats.ts';
import { structure } from './structure.ts';

const none = (reason: string): unknown => ({ undefined: reason });
const ONE = 'one two three four five six';
const TWO = 'aa bb cc dd ee ff gg hh';

describe('order', () => {
  test.each<[string, string[], string | undefined, unknown]>([
    ['in place', [ONE, TWO], `${ONE}\n${TWO}`, 0],
    ['the shorter block moved', [ONE, TWO], `${TWO}\n${ONE}`, 6 / 14],
    ['four tokens are too few', ['one two three four', TWO], `${TWO}\none two three four`, 0],
    ['five are enough', ['one two three four five', TWO], `${TWO}\none two three four five`, 5 / 13],
    ['missing is not moved', [ONE, TWO], TWO, 0],
    ['surplus is not moved', [TWO], `${TWO}\n${ONE}`, 0],
    ['a word that matches elsewhere is no border', ['one two the four five six', `${TWO} the`], `${TWO} the\none two the four five six`, 6 / 15],
    ['words in another order are no stretch', [ONE, TWO], `${TWO}\nsix five four three two one`, 0],
    ['empty gold', [], 'x', none('nothing-required')],
    ['nothing came out', [ONE], '', none('nothing-extracted')],
    ['failed', [ONE], undefined, none('nothing-extracted')],
  ])('%s', (_name, gold, extraction, moved) => {
    expect(order.scorePage(page(gold, extraction)).figures).toEqual({ moved });
  }); // prettier-ignore

  test('each gold token is found once, however often it came out', () => {
    const { counts } = order.scorePage(page([ONE, TWO], `${TWO}\n${ONE}\n${ONE}`));
    expect(counts).toEqual({ required: 14, moved: 6 });
  });
});

describe('repeats', () => {
  test.each<[string, string[], string | undefined, unknown]>([
    ['once', [ONE, TWO], `${ONE}\n${TWO}`, 0],
    ['all of it twice', [ONE, TWO], `${ONE}\n${TWO}\n${ONE}\n${TWO}`, 1],
    ['three times counts as twice', [ONE, TWO], `${ONE}\n${TWO}\n${ONE}\n${ONE}`, 6 / 14],
    ['four tokens are too few', [ONE], `${ONE}\none two three four`, 0],
    ['a part of a block', [ONE], `${ONE}\ntwo three four five six`, 5 / 6],
    ['moved is not repeated', [ONE, TWO], `${TWO}\n${ONE}`, 0],
    ['said twice in gold as well', [ONE, ONE], `${ONE}\n${ONE}`, 0],
    ['empty gold', [], 'x', none('nothing-required')],
    ['nothing came out', [ONE], '', none('nothing-extracted')],
  ])('%s', (_name, gold, extraction, repeated) => {
    expect(repeats.scorePage(page(gold, extraction)).figures).toEqual({ repeated });
  });
});

describe('glued', () => {
  test.each<[string, string[], string | undefined, unknown]>([
    ['blocks apart', ['big news', 'towns flooded'], 'big news\ntowns flooded', 0],
    ['two blocks glued: the last word of one, the first of the other', ['big news', 'towns flooded'], 'big newstowns flooded', 2 / 4],
    ['punctuation keeps words apart', ['big news.', 'towns flooded'], 'big news.towns flooded', 0],
    ['glued to what is not gold', ['big news', 'towns flooded'], 'Homebig news\ntowns floodedMore', 2 / 4],
    ['a block of one word between two others', ['big news', 'Weather', 'towns flooded'], 'big newsWeather\ntowns flooded', 2 / 6],
    ['a longer word in another place is another word', ['big news', 'towns flooded'], 'big\nnewspaper\ntowns flooded', 1 / 4],
    ['a missing word is not glued', ['big news', 'towns flooded'], 'big\nflooded', 0],
    ['Japanese has no words to glue', ['大きな橋', '町'], '大きな橋町', none('nothing-required')],
    ['nothing came out', ['a b'], '', none('nothing-extracted')],
  ])('%s', (_name, gold, extraction, share) => {
    expect(glued.scorePage(page(gold, extraction)).figures).toEqual({ glued: share });
  }); // prettier-ignore
});

describe('structure', () => {
  const block = (kind: string, text: string, optional = false): BodyEntry =>
    ({ type: 'block', kind, optional, text }) as BodyEntry;
  const list = (...items: string[]): BodyEntry => ({ type: 'block', kind: 'ul', optional: false, items });
  const table = (...rows: string[][]): BodyEntry => ({ type: 'block', kind: 'table', optional: false, rows });
  const labelled = (...body: BodyEntry[]): Gold => goldOf([], { body });
  const scoreOf = (gold: Gold | string[], html: string): ReturnType<typeof structure.scorePage> =>
    structure.scorePage(page(gold, { html }));

  test.each<[string, string, unknown]>([
    ['blocks as they are', '<p>a b c<p>d e f', { pairs: 2, missing: 0, merged: 0, split: 0, surplus: 0 }],
    ['merged: one block is most of it', '<p>a b c d e f g', { pairs: 0, missing: 0, merged: 2, split: 0, surplus: 0 }],
    ['split', '<p>a<p>b<p>c<p>d e f', { pairs: 1, missing: 0, merged: 0, split: 1, surplus: 0 }],
    ['missing', '<p>d e f', { pairs: 1, missing: 1, merged: 0, split: 0, surplus: 0 }],
    ['half of a block is none', '<p>d e f<p>a x', { pairs: 1, missing: 1, surplus: 1 }],
    ['surplus', '<p>a b c<p>menu x<p>d e f', { pairs: 2, surplus: 1, extracted: 3 }],
  ])('%s', (_name, html, counts) => {
    expect(scoreOf(['a b c', 'd e f'], html).counts).toMatchObject(counts as object);
  }); // prettier-ignore

  test('precision, recall and F1 are those of blocks', () => {
    const { figures } = scoreOf(['a b c', 'd e f', 'g h'], '<p>a b c<p>menu<p>d e f<p>share');
    expect(figures).toMatchObject({ precision: 2 / 4, recall: 2 / 3, f1: 4 / 7, kind: 1 });
    expect(scoreOf(['a'], '').figures).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(scoreOf([], '<p>x').figures['f1']).toEqual(none('nothing-required'));
  });

  test('optional blocks are without gain or loss, kept or dropped', () => {
    const gold = labelled(block('p', 'a b c'), block('caption', 'x y z'));
    expect(scoreOf(gold, '<p>a b c').figures['f1']).toBe(1);
    expect(scoreOf(gold, '<p>a b c<p>x y z').figures['f1']).toBe(1);
  });

  test('kind and level of headings', () => {
    const gold = labelled(block('h2', 'a a'), block('h3', 'b b'), block('p', 'c c'), block('quote', 'd d'));
    const { figures } = scoreOf(gold, '<h2>a a</h2><h2>b b</h2><p>c c</p><p>d d</p>');
    expect(figures).toMatchObject({ kind: 3 / 4, level: 1 / 2 });
  });

  test('items of lists', () => {
    const gold = labelled(list('a a', 'b b', 'c c'));
    expect(scoreOf(gold, '<ul><li>a a<li>b b<li>c c</ul>').figures).toMatchObject({ items: 1, kind: 1 });
    expect(scoreOf(gold, '<ul><li>a a<li>b b</ul><ul><li>c c</ul>').figures['items']).toBe(1 / 2);
    expect(scoreOf(gold, '<p>a a<p>b b<p>c c').figures).toMatchObject({ items: 0, kind: 0, f1: 1 });
    expect(scoreOf(gold, '<ol><li>a a<li>b b<li>c c</ol>').figures).toMatchObject({ items: 1, kind: 0 });
  });

  test('cells of tables', () => {
    const gold = labelled(table(['a a', 'b b'], ['c c', 'd d']));
    const right = '<table><tr><th>a a<th>b b<tr><td>c c<td>d d</table>';
    expect(scoreOf(gold, right).figures).toMatchObject({ cells: 1, kind: 1, f1: 1 });
    // a–b stay side by side, c follows b in the same row, d stands under it.
    const wrong = '<table><tr><th>a a<th>b b<th>c c<tr><td>x<td>y<td>d d</table>';
    expect(scoreOf(gold, wrong).figures['cells']).toBe(1 / 3);
    expect(scoreOf(gold, '<p>a a<p>b b<p>c c<p>d d').figures['cells']).toBe(0);
  });

  test('lines of code and of poems', () => {
    const gold = labelled(block('code', 'if a:\n  b()\n'), block('p', 'red sky\nat night'));
    const right = '<pre>if a:\n  b()</pre><p>red sky<br>at  night';
    expect(scoreOf(gold, right).figures['lines']).toBe(1);
    expect(scoreOf(gold, '<pre>if a:\nb()</pre><p>red sky<br>at night').figures['lines']).toBe(1 / 2);
    expect(scoreOf(gold, '<pre>if a:\n  b()</pre><p>red sky at night').figures['lines']).toBe(1 / 2);
    expect(scoreOf(['a b'], '<p>a b').figures['lines']).toEqual(none('nothing-required'));
  });

  test.each([
    ['decomposed', 'cafe\u0301 = 1\n  b = 2'],
    ['with no-break spaces', 'caf\u00e9 = 1\n\u00a0\u00a0b = 2'],
    ['with a zero-width space', 'caf\u00e9 = 1\n  b\u200b = 2'],
  ])('lines of code %s are the same lines', (_, code) => {
    const gold = labelled(block('code', 'caf\u00e9 = 1\n  b = 2'));
    expect(scoreOf(gold, `<pre>${code}</pre>`).figures).toMatchObject({ f1: 1, lines: 1 });
  });
});
