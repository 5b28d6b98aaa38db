import { describe, expect, test } from 'vitest';
import { textToDocument } from '../../harness/document/plain-text.ts';
import { majorityVote } from './majority-vote.ts';
import type { VoteRules } from './majority-vote.ts';

function vote(page: string, answers: readonly string[], rules?: VoteRules): string {
  return majorityVote(textToDocument(page), answers.map(textToDocument), rules);
}

const PAGE = 'Home News\nOne two three, four five six.\nSeven eight nine!\nImprint of it all';
const BODY = 'One two three, four five six.\nSeven eight nine!';

test('what all voters have stays, in the lines and with the marks of the page', () => {
  expect(vote(PAGE, ['One two three four five six Seven eight nine'])).toBe(BODY);
  expect(vote(PAGE, [PAGE, BODY])).toBe(BODY);
});

describe('the threshold', () => {
  test.each([
    [0.33, PAGE],
    [0.34, BODY],
    [undefined, BODY],
    [0.67, ''],
  ])('%s: of three voters one has the page, one its body, one nothing', (threshold, expected) => {
    const answers = [PAGE, BODY, ''];
    expect(vote(PAGE, answers, threshold === undefined ? {} : { threshold })).toBe(expected);
  });

  test('1: what all have', () => {
    expect(vote(PAGE, [PAGE, BODY, PAGE], { threshold: 1 })).toBe(BODY);
  });
});

describe('tokens in a row', () => {
  test('fewer than five in the middle of a page are not voted for', () => {
    expect(vote(PAGE, ['two three four five'])).toBe('');
    expect(vote(PAGE, ['two three four five six'])).toBe('two three, four five six.');
    expect(vote(PAGE, ['two three four five'], { length: 4 })).toBe('two three, four five');
  });

  test('they may be at the beginning and end of both', () => {
    expect(vote(PAGE, ['Home News'])).toBe('Home News');
    expect(vote(PAGE, ['it all'])).toBe('it all');
    expect(vote('One two', ['One two'])).toBe('One two');
  });

  test('what was left out of the middle of an extraction goes out of the middle of a line', () => {
    const page = 'a b c d e (more) f g h i j';
    expect(vote(page, ['a b c d e f g h i j'])).toBe('a b c d e ( f g h i j');
  });
});

test('nothing comes of a page without text, nor without voters', () => {
  expect(vote('', [PAGE])).toBe('');
  expect(vote(PAGE, [])).toBe('');
  expect(vote(PAGE, ['', ''])).toBe('');
});
