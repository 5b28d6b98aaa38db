import { describe, expect, test } from 'vitest';
import type { Gold } from '../model/gold.ts';
import type { Page } from '../model/page.ts';
import { toScore } from './to-score.ts';

expect.extend({ toScore });

const body = [{ type: 'block', kind: 'p', optional: false, text: 'One two three four.' }] as const;
const gold: Gold = { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [] };
const page: Page = {
  id: 'news.example/one',
  site: 'news.example',
  media: 'html',
  bytes: Buffer.from('<p>One two three four.</p><nav>Home News</nav>'),
};
const segments: Gold = {
  about: { traits: [] },
  metadata: {},
  segments: { with: ['two three'], without: ['Home'] },
  comments: [],
  boilerplate: [],
};

test('an extraction that is as gold passes, by the primary metric and by others', () => {
  expect({ text: 'One two three four.' }).toScore(gold, { f1: 1, 'shingles.f1': 1 });
  expect({ text: 'two three' }).not.toScore(gold, { recall: 0.75 });
  expect({ text: 'two three' }).toScore(gold, { recall: 0.5, precision: 1 });
  expect({ text: 'One two three.' }).toScore(segments, { recall: 1 });
});

test('nothing at all has no precision, and F1 0', () => {
  expect(null).not.toScore(gold, { f1: 0.1 });
  expect(null).not.toScore(gold, { precision: 0.1 });
});

describe('a failure', () => {
  test('shows scores, the costliest class and the diff', () => {
    // Four of four found, two beside them: P = 4 / 6, F1 = 8 / 10.
    const failing = (): void =>
      expect({ html: '<p>One two three four.</p><p>Home News</p>' }).toScore(
        { page, gold },
        { f1: 0.95, recall: 1 },
      );
    expect(failing).toThrow(/^f1 0\.800, expected at least 0\.95\n/);
    expect(failing).toThrow(/costliest: \S+, 2 tokens: /);
    expect(failing).toThrow(/tokens: P 0\.667 R 1\.000 F1 0\.800/);
    expect(failing).toThrow(/^ One two three four\.\n\+Home News$/m);
  });

  test('without the page shows scores and the diff', () => {
    const failing = (): void => expect({ text: 'One two' }).toScore(gold, { f1: 0.95 });
    expect(failing).toThrow(/f1 0\.667, expected at least 0\.95/);
    expect(failing).toThrow(/^-One two three four\.\n\+One two$/m);
  });

  test('that was expected not to be says what was reached', () => {
    const failing = (): void => expect({ text: 'One two three four.' }).not.toScore(gold, { f1: 0.95 });
    expect(failing).toThrow('the extraction reaches all figures; expected f1 below 0.95');
  });
});

test.each([
  [{ 'tokens.f2': 0.5 }, 'unknown figure of tokens "f2": did you mean "f1"?'],
  [{ 'token.f1': 0.5 }, 'unknown metric "token": did you mean "tokens"?'],
  [{ f1: 95 }, 'f1 is to be at least 95; expected a share; write f1: 0.95'],
])('%j is refused', (least, message) => {
  expect(() => expect({ text: 'One' }).toScore(gold, least)).toThrow(message);
});
