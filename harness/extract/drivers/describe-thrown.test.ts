import { expect, test } from 'vitest';
import { describeLoadError, describeThrown } from './describe-thrown.ts';

const unreadable = {
  toString() {
    throw new Error('no');
  },
};

test.each([
  ['an error', new TypeError('no body\nno head'), 'TypeError: no body'],
  ['an error without a message', new Error(), 'Error'],
  ['undefined', undefined, 'undefined, not an error'],
  ['a text', 'oops\nagain', '"oops\\nagain", not an error'],
  ['an object', {}, '[object Object], not an error'],
  ['a symbol', Symbol('s'), 'Symbol(s), not an error'],
  ['what throws when it is touched', unreadable, 'a value that cannot be read'],
])('%s', (_, thrown, description) => {
  expect(describeThrown(thrown)).toBe(description);
});

test('of a load error all lines are told', () => {
  expect(describeLoadError(new Error('failed:\nline 2'))).toBe('Error: failed: line 2');
});
