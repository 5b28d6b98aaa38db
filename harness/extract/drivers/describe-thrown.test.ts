import { expect, test } from 'vitest';
import { describeLoadError, describeThrown, stackOf } from './describe-thrown.ts';

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

test('what caused an error is named, as fetch says only that it failed', () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:80');
  expect(describeThrown(new TypeError('fetch failed', { cause: refused }))).toBe(
    'TypeError: fetch failed, caused by Error: connect ECONNREFUSED 127.0.0.1:80',
  );
  // Several addresses were tried.
  const cause = new AggregateError([refused, new Error('connect ECONNREFUSED ::1:80')]);
  expect(describeThrown(new TypeError('fetch failed', { cause }))).toBe(
    'TypeError: fetch failed, caused by Error: connect ECONNREFUSED 127.0.0.1:80',
  );
  const circle = new Error('a');
  circle.cause = circle;
  expect(describeThrown(circle)).toBe('Error: a, caused by Error: a, caused by Error: a, caused by Error: a');
});

test.each([
  ['names, places and methods', ['    at inner (file:///a/my%20own.mjs:3:5)', '    at async Object.extract (/a/b.cjs:7:1)', '    at /a/c.js:1:2'], 'at inner (/a/my own.mjs:3:5)\nat async Object.extract (/a/b.cjs:7:1)\nat /a/c.js:1:2'],
  ['a frame with another place in its name', ['    at Foo.bar [as baz] (file:///a/b.mjs:3:5)'], 'at Foo.bar [as baz] (/a/b.mjs:3:5)'],
  ['Node and the harness are left out', ['    at x (node:internal/y:1:1)', `    at run (${import.meta.dirname}/module-child.ts:1:1)`, '    at native'], ''],
  ['the first frame outside of packages is kept', [...Array.from({ length: 9 }, (_, at) => `    at p (/a/node_modules/p/${at}.js:1:1)`), '    at mine (/a/b.ts:2:3)'], [...Array.from({ length: 8 }, (_, at) => `at p (/a/node_modules/p/${at}.js:1:1)`), 'at mine (/a/b.ts:2:3)'].join('\n')],
])('a stack: %s', (_, frames, stack) => {
  const error = Object.assign(new Error('no'), { stack: ['Error: no', ...frames].join('\n') });
  expect(stackOf(error)).toBe(stack);
}); // prettier-ignore

test('what is no error has no stack', () => {
  expect([stackOf(undefined), stackOf('a text'), stackOf({ stack: '    at /a/b.ts:1:1' })]).toEqual([
    '',
    '',
    '',
  ]);
});
