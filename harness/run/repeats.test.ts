import { expect, test } from 'vitest';
import type { Outcome } from '../model/extraction.ts';
import { joinRepeats } from './repeats.ts';

/** An outcome that is worth as much as its text says; a failure is worth nothing. */
function outcomeOf(text: string, ms?: number): Outcome {
  if (text === 'failed') return { status: 'failed', failure: 'threw', message: 'no' };
  return { status: 'extracted', extraction: { text }, ...(ms !== undefined && { ms }) };
}

const asked: string[] = [];
function worth(outcome: Outcome): Promise<number> {
  const text = outcome.status === 'extracted' ? outcome.extraction.text! : '0';
  asked.push(text);
  return Promise.resolve(Number(text));
}

async function joined(texts: readonly [string, ...string[]]): Promise<unknown> {
  asked.length = 0;
  const [first, ...others] = texts;
  const { outcome, repeats } = await joinRepeats(
    [outcomeOf(first), ...others.map((text) => outcomeOf(text))],
    worth,
  );
  return [outcome.status === 'extracted' ? outcome.extraction.text : outcome.status, repeats];
}

test.each([
  ['an odd number: the middle', ['0.9', '0.2', '0.5'], '0.5', 3],
  ['an even number: the lower of the two in the middle', ['0.9', '0.2', '0.5', '0.7'], '0.5', 4],
  ['one that came more often', ['0.9', '0.2', '0.2'], '0.2', 2],
  ['failures are worth nothing', ['failed', '0.9', '0.4'], '0.4', 3],
  ['most fail', ['failed', '0.9', 'failed'], 'failed', 2],
  ['equal scores stay in their order', ['0.50', '0.5', '0.500'], '0.5', 3],
] as const)('%s', async (_, texts, expected, outcomes) => {
  expect(await joined(texts)).toEqual([expected, { runs: texts.length, outcomes }]);
  expect(asked).toHaveLength(outcomes);
});

test('what does not differ is not scored, and once says nothing of repetitions', async () => {
  expect(await joined(['0.5', '0.5'])).toEqual(['0.5', { runs: 2, outcomes: 1 }]);
  expect(await joined(['0.5'])).toEqual(['0.5', undefined]);
  expect(asked).toEqual([]);
});

test('the time is the median of all, whichever output counts', async () => {
  const outcomes = [outcomeOf('0.9', 10), outcomeOf('0.2', 40), outcomeOf('0.5', 30)] as const;
  expect(await joinRepeats(outcomes, worth)).toMatchObject({
    outcome: { extraction: { text: '0.5' }, ms: 30 },
  });
});
