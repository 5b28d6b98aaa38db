import { expect, test } from 'vitest';
import { failuresOf } from './known-faults.ts';

const CASES = (['charset', 'empty', 'huge'] as const).map((name) => {
  const verdict = ({ charset: 'fails', empty: 'holds', huge: 'open' } as const)[name];
  return { name, claim: '', verdict, problems: [] };
});

test.each([
  [[], { known: [], unknown: ['charset', 'huge'] }],
  [['huge'], { known: ['huge'], unknown: ['charset'] }],
  [['huge', 'charset', 'empty'], { known: ['charset', 'huge'], unknown: [] }],
])('of a catalogue that knows %j', (names, expected) => {
  const cannot = names.map((name) => ({ case: name, why: 'slow' }));
  expect(failuresOf(CASES, cannot)).toEqual(expected);
});
