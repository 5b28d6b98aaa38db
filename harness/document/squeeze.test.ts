import { expect, test } from 'vitest';
import { squeeze } from './squeeze.ts';

test.each([
  ['', ''],
  [' \n\t\u00a0\u2003\u3000\u0085\ufeff', ''],
  ['One\n two', 'Onetwo'],
  ['bro\u00adken\u200b', 'broken'],
  ['ﬁne … x²', 'fine...x2'],
  ['e\u0301', '\u00e9'],
  ['rock ´n´ roll', 'rock\u0301n\u0301roll'],
])('%j becomes %j', (text, squeezed) => {
  expect(squeeze(text)).toBe(squeezed);
});
