import { expect, test } from 'vitest';
import extractor from './longest-block.ts';

function extract(...lines: string[]): unknown {
  const text = lines.join('\n');
  return extractor.extract({ media: 'text', bytes: Buffer.from(text), text }, {});
}

/** A line of so many words, each of them the given one. */
function line(word: string, words: number): string {
  return Array.from({ length: words }, () => word).join(' ');
}

test.each([
  ['no lines', ['']],
  ['only short lines', ['Home', 'News', line('short', 9)]],
])('nothing is extracted from %s', (_, lines) => {
  expect(extract(...lines)).toBeNull();
});

test('the block with the most words is extracted, not the one with the most lines', () => {
  const teasers = [line('teaser', 10), line('teaser', 10), line('teaser', 10)];
  const article = [line('body', 30), line('body', 11)];
  expect(extract('Home', 'News', ...teasers, 'More', 'Share', ...article, 'Home')).toEqual({
    text: article.join('\n'),
  });
});

test('one short line stands inside a block, two end it', () => {
  const [first, second, third] = [line('a', 12), line('b', 12), line('c', 10)];
  expect(extract(first, 'Heading', second, 'Share', 'Print', third)).toEqual({
    text: [first, 'Heading', second].join('\n'),
  });
});

test('short lines at either end do not belong to a block', () => {
  expect(extract('Heading', line('a', 10), 'Share')).toEqual({ text: line('a', 10) });
});

test('of equal blocks the first is extracted', () => {
  expect(extract(line('a', 10), '1', '2', line('b', 10))).toEqual({ text: line('a', 10) });
});

test('blank lines and white space at the ends of lines do not count', () => {
  expect(extract(` ${line('a', 10)}\r`, '', '', '', line('b', 10))).toEqual({
    text: `${line('a', 10)}\n${line('b', 10)}`,
  });
});

test('twenty letters of Japanese are running text', () => {
  expect(extract('メニュー', '市議会は月曜日の夜に会議を開いて話し合った。')).toEqual({
    text: '市議会は月曜日の夜に会議を開いて話し合った。',
  });
});
