import { expect, test } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

test.each<[string, string, string, string]>([
  ['keys', '---\ntitle: The well\ndate: 2026-03-04\n---\n# A\n', 'title: The well\ndate: 2026-03-04', '# A\n'],
  ['values that YAML would quote', '---\ntitle: A: b\n...\nc', 'title: A: b', 'c'],
  ['lists, texts of several lines, comments and blank lines', '--- \r\nauthor:\r\n- Aoife\r\n  K\r\n\r\n# x\r\nb:\r\n---\r\nc', 'author:\n- Aoife\n  K\n\n# x\nb:', 'c'],
  ['behind a byte order mark, without text behind it', '\uFEFF---\ntitle: a\n---', 'title: a', ''],
])('front matter: %s', (_name, source, frontMatter, markdown) => {
  expect(splitFrontMatter(source)).toEqual({ frontMatter, markdown });
}); // prettier-ignore

test.each<[string, string]>([
  ['no rule', 'title: a\n---\nb'],
  ['a rule that is not in the first line', '\n---\ntitle: a\n---\nb'],
  ['text between two rules', '---\nThe well.\n---\nb'],
  ['a key, then text', '---\nNote: a\nThe well.\n---\nb'],
  ['an address', '---\nhttp://a.example\n---\nb'],
  ['no end', '---\ntitle: a\n'],
  ['nothing between the rules', '---\n---\nb'],
  ['a blank line first', '---\n\ntitle: a\n---\nb'],
  ['another rule', '----\ntitle: a\n---\nb'],
])('no front matter: %s', (_name, source) => {
  expect(splitFrontMatter(source)).toEqual({ frontMatter: undefined, markdown: source });
});
