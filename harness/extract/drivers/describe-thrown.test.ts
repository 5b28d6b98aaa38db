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
  const error = Object.assign(new Error('failed:\nline 2'), { stack: '' });
  expect(describeLoadError(error)).toBe('Error: failed: line 2');
});

test.each([
  ['a frame', 'Error: no\n    at Module.load (node:internal/x:1:2)\n    at file:///a/mine.mjs:3:5', 'Error: no (/a/mine.mjs:3)'],
  ['a frame with a name', 'Error: no\n    at run (/a/mine.cjs:12:5)', 'Error: no (/a/mine.cjs:12)'],
  ['the line above', '/a/mine.cjs:2\nfoo(;\n    ^\n\nError: no\n    at x (node:y:1:1)', 'Error: no (/a/mine.cjs:2)'],
  ['a package', 'Error: no\n    at a (/a/node_modules/b/c.js:1:1)\n    at file:///a/my%20own.mjs:7:1', 'Error: no (/a/my own.mjs:7)'],
  ['nothing but Node', 'Error: no\n    at x (node:y:1:1)', 'Error: no'],
])('of a load error the place is told: %s', (_, stack, description) => {
  expect(describeLoadError(Object.assign(new Error('no'), { stack }))).toBe(description);
}); // prettier-ignore

test('a place that the message names is not told twice', () => {
  const error = Object.assign(new Error('/a/b.ts:1:9: ERROR'), { stack: 'Error\n    at /a/b.ts:1:9' });
  expect(describeLoadError(error)).toBe('Error: /a/b.ts:1:9: ERROR');
});
