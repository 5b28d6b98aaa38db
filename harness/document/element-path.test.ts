import { expect, test } from 'vitest';
import { pageToDocument } from './page-document.ts';

function pathsOf(html: string): string[] {
  const { blocks } = pageToDocument({ bytes: new TextEncoder().encode(html), media: 'html' });
  return blocks.flatMap(({ sources }) => sources.map(({ path }) => path));
}

test('an element is called by its identifier, two classes, or its place among siblings of its name', () => {
  expect(pathsOf('<body><div id=a><p class="b c d">x<p>y</div>')).toEqual([
    'html > body > div#a > p.b.c:nth-of-type(1)',
    'html > body > div#a > p:nth-of-type(2)',
  ]);
});

test('a path stays short enough however deep its element stands: further down it is that of an ancestor', () => {
  // "html > body" has 11 characters, each " > div" 6 more: the 680th division makes 4,091, one more would be over 4,096.
  const paths = pathsOf('<div>x'.repeat(700));
  expect(paths[0]).toBe('html > body > div');
  expect(paths[679]).toBe(`html > body${' > div'.repeat(680)}`);
  expect(new Set(paths.slice(679))).toEqual(new Set([paths[679]]));
});

test('a name longer than a path stands in none', () => {
  expect(pathsOf(`<body><p id=${'a'.repeat(5000)}>x`)).toEqual(['html > body']);
});
