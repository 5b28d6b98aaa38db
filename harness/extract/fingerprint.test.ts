import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const file = Buffer.from('content');

test('a fingerprint is the same for the same driver, version and file', () => {
  const fingerprint = fingerprintOf('module', '1', file);
  expect(fingerprint).toMatch(/^[\da-f]{64}$/);
  expect(fingerprintOf('module', '1', Buffer.from('content'))).toBe(fingerprint);
});

test('no options and empty options are the same, and the order of options does not matter', () => {
  expect(fingerprintOf('module', '1', file, {})).toBe(fingerprintOf('module', '1', file));
  const options = { a: 1, b: [{ c: true, d: null }] };
  const otherwise = { b: [{ d: null, c: true }], a: 1 };
  expect(fingerprintOf('module', '1', file, otherwise)).toBe(fingerprintOf('module', '1', file, options));
});

test('a fingerprint tells drivers, versions, files and options apart', () => {
  const all = [
    fingerprintOf('module', '1', file),
    fingerprintOf('recorded', '1', file),
    fingerprintOf('module', '2', file),
    fingerprintOf('module', '1', Buffer.from('contents')),
    fingerprintOf('module', '1', file, { fast: true }),
    fingerprintOf('module', '1', file, { fast: 'true' }),
  ];
  expect(new Set(all).size).toBe(6);
});
