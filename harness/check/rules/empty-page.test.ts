import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { emptyPage } from './empty-page.ts';

const body = [{ type: 'block', kind: 'p', optional: false, text: 'Text.' }] as const;
const html = '<div id="app"></div><script src="app.js"></script>';

test('gold for a page without text is found', () => {
  const segments = { with: ['one', 'two'], without: [] };
  expect(
    findingsOf(emptyPage, checked({ html, gold: { body, segments } })).map(({ found }) => found),
  ).toEqual(['a page of 50 bytes without any text, and 3 texts of gold']);
});

test('an empty page with nothing to extract gives nothing, nor does a page with text', () => {
  expect(findingsOf(emptyPage, checked({ html, gold: { body: [] } }))).toEqual([]);
  expect(findingsOf(emptyPage, checked({ html: '<p>Other text.', gold: { body } }))).toEqual([]);
});
