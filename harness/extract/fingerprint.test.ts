import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const file = Buffer.from('content');

test('a fingerprint is the same for the same driver, version and file', () => {
  const fingerprint = fingerprintOf('module', '1', file);
  expect(fingerprint).toMatch(/^[\da-f]{64}$/);
  expect(fingerprintOf('module', '1', Buffer.from('content'))).toBe(fingerprint);
});

test('a fingerprint tells drivers, versions and files apart', () => {
  const all = [
    fingerprintOf('module', '1', file),
    fingerprintOf('recorded', '1', file),
    fingerprintOf('module', '2', file),
    fingerprintOf('module', '1', Buffer.from('contents')),
  ];
  expect(new Set(all).size).toBe(4);
});
