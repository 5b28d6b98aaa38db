import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { segmentNotInPage } from './segment-not-in-page.ts';

const html =
  '<h1>Ladders</h1><p>One <b>may</b> borrow them.</p><p hidden>Log in first</p><a title="Home page">Up</a>';
const segmentsOf = (...segments: string[]) => ({ segments: { with: segments, without: [] } });

test('a segment that a reader does not see is found, with where it is instead', () => {
  const gold = segmentsOf('may borrow', 'LADDERS', 'Log in', 'Home page', 'tomorrow');
  expect(findingsOf(segmentNotInPage, checked({ html, gold })).map(({ found }) => found)).toEqual([
    'the segment "LADDERS", which must appear and is in the page in other case only',
    'the segment "Log in", which must appear and is in a hidden element of the page only',
    'the segment "Home page", which must appear and is in a script, an attribute or the head of the page only',
    'the segment "tomorrow", which must appear and is nowhere in the page',
  ]);
});

test('a segment of the page gives nothing, whatever its white space', () => {
  expect(
    findingsOf(segmentNotInPage, checked({ html, gold: segmentsOf('Ladders One  may', 'borrow them.') })),
  ).toEqual([]);
});
