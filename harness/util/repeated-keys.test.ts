import { expect, test } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

test.each([
  ['{}', []],
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}', []],
  ['{"a":1,"b":2,"a":3}', [{ key: 'a', at: 13, before: 1 }]],
  ['{"a":1,"a":2,"a":3}', [{ key: 'a', at: 7, before: 1 }, { key: 'a', at: 13, before: 7 }]],
  ['{"a":{"b":[],"b":{}}}', [{ key: 'b', at: 13, before: 6 }]],
  ['[{"x":"y","x":"y"}]', [{ key: 'x', at: 10, before: 2 }]],
  // The same letter, written in two ways.
  [String.raw`{"\u0061":1,"a":2}`, [{ key: 'a', at: 12, before: 1 }]],
  // Values that look like keys, and signs inside texts.
  ['{"a":"a","b":["a","a","b"],"c":"{\\"a\\":1,"}', []],
  [String.raw`{"a\\":1,"a\"":2,"a":"\\"}`, []],
  ['{"__proto__":1,"__proto__":2}', [{ key: '__proto__', at: 15, before: 1 }]],
])('%s', (json, expected) => {
  expect(() => JSON.parse(json) as unknown).not.toThrow();
  expect(repeatedKeys(json)).toEqual(expected);
}); // prettier-ignore
