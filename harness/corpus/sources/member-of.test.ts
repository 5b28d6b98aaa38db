import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberOf } from './member-of.ts';

const cut = (json: string, key: string): string | undefined => memberOf(Buffer.from(json), key)?.toString();

test('a member is cut out with all that is in it', () => {
  expect(cut('{"a": {"x": 1}, "b" : {"y": "}\\"{", "z": {}}, "c": {}}', 'b')).toBe(
    '{"b":{"y": "}\\"{", "z": {}}}',
  );
});

test.each([
  ['no such member', '{"a": {}}'],
  ['a value that is no map', '{"b": [1]}'],
  ['a text of that name', '{"a": {"x": "b"}}'],
  ['two of that name', '{"a": {"b": {}}, "b": {}}'],
  ['a file that was cut off', '{"b": {"x": "y'],
])('nothing is cut out of what has %s', (_what, json) => {
  expect(cut(json, 'b')).toBeUndefined();
});

test('what is cut out is what the whole has', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.jsonValue())),
      fc.nat(2),
      (map, indent) => {
        for (const [key, value] of Object.entries(map)) {
          const found = cut(JSON.stringify(map, undefined, indent), key);
          // Strings of fast-check hold keys of each other now and then.
          if (found !== undefined)
            expect(JSON.parse(found)).toEqual(JSON.parse(JSON.stringify({ [key]: value })));
        }
      },
    ),
  );
});
