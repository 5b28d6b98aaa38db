import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { duplicatePage } from './duplicate-page.ts';

test('the same bytes and the same text are found', () => {
  const found = findingsOf(
    duplicatePage,
    checked({ id: 'a.example/1', html: '<p>One text.</p>' }),
    checked({ id: 'b.example/1', html: '<p>One text.</p>' }),
    checked({ id: 'c.example/1', html: '<div>One\n text.</div>' }),
  );
  expect(found).toMatchObject([
    { page: 'b.example/1', found: 'the same bytes as a.example/1' },
    { page: 'c.example/1', found: 'the same text as a.example/1' },
  ]);
});

test('different pages give nothing; nor do pages without text', () => {
  const pages = ['<p>One.', '<p>Two.', '<script>1</script>', '<script>2</script>'].map((html, index) =>
    checked({ id: `a.example/${index}`, html }),
  );
  expect(findingsOf(duplicatePage, ...pages)).toEqual([]);
});
