import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { punctuationMismatch } from './punctuation-mismatch.ts';
import { goldNotInPage } from './gold-not-in-page.ts';

const html = '<ul><li>Ada’s first ladder, well-made</li></ul>';

test.each([
  [
    'a list mark that the page does not have',
    '- Ada’s first',
    'the page has "Ada’s first ladder, well-made" where gold has "- Ada’s first"',
  ],
  [
    'other quotation marks',
    "Ada's first ladder",
    `the page has "Ada’s first ladder, well-made" where gold has "Ada's first ladder"`,
  ],
  [
    'an end of its own',
    'first ladder.',
    'the page has "first ladder, well-made" where gold has "first ladder."',
  ],
])('%s is found here, and not as missing gold', (_, text, difference) => {
  const page = checked({ html, gold: `body:\n  - p: ${JSON.stringify(text)}\n` });
  expect(findingsOf(punctuationMismatch, page).map(({ found }) => found)).toEqual([
    `p ${text.startsWith('"') ? text : `"${text}"`}, whose words the page has with other punctuation: ${difference}`,
  ]);
  expect(findingsOf(goldNotInPage, page)).toEqual([]);
});

test('other words are not found here', () => {
  expect(
    findingsOf(punctuationMismatch, checked({ html, gold: 'body:\n  - p: Ada’s last ladder\n' })),
  ).toEqual([]);
});

test('the same text gives nothing', () => {
  const gold = 'body:\n  - p: Ada’s first ladder, well-made\n';
  expect(findingsOf(punctuationMismatch, checked({ html, gold }))).toEqual([]);
});
