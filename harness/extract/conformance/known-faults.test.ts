import { expect, test } from 'vitest';
import { failuresOf } from './known-faults.ts';

const CASES = ['charset', 'empty', 'huge'].map((name) => {
  return { name, claim: '', holds: name === 'empty', problems: [] };
});

test.each([
  [[], { known: [], unknown: ['charset', 'huge'] }],
  [['huge'], { known: ['huge'], unknown: ['charset'] }],
  [['huge', 'charset', 'empty'], { known: ['charset', 'huge'], unknown: [] }],
])('of a catalogue that knows %j', (names, expected) => {
  const cannot = names.map((name) => ({ case: name, why: 'slow' }));
  expect(failuresOf(CASES, cannot)).toEqual(expected);
});
