import { expect, test } from 'vitest';
import type { GoldMetadata } from '../../model/gold.ts';
import { frontMatterToMetadata } from './front-matter-metadata.ts';

test.each<[string, string, GoldMetadata]>([
  ['title, author and date', 'title: The well\nauthor: Aoife Kinnerley\ndate: 2026-03-04', { title: 'The well', authors: ['Aoife Kinnerley'], published: '2026-03-04' }],
  ['quotation marks, lists and other fields', 'title: "The \\"well\\""\nauthors:\n- Aoife\n- Bran\nsite: W\npublished: 2026-03-04\ntags: [a]', { title: 'The "well"', authors: ['Aoife', 'Bran'], publisher: 'W', published: '2026-03-04' }],
  ['what is no YAML', 'title: The well: dry\nauthor: Aoife\nsitename: W', { title: 'The well: dry', authors: ['Aoife'], publisher: 'W' }],
  ['values that say nothing', 'title:\nauthor: ""\ndate: last May', {}],
  ['aliases', 'a: &a x\ntitle: *a', { title: 'x' }],
])('front matter says %s', (_name, frontMatter, metadata) => {
  expect(frontMatterToMetadata(frontMatter)).toEqual(metadata);
}); // prettier-ignore

test('aliases that unfold without end are no metadata', () => {
  const lines = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`,
  );
  expect(frontMatterToMetadata(`a0: &a0 x\n${lines.join('\n')}\ntitle: T`)).toEqual({ title: 'T' });
});
