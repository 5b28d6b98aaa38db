import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { sha256, sha256OfFile } from './sha256.ts';

const folder = temporaryFolder();

// The examples of FIPS 180-2.
test.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('of %.9s, as a text and as a file', (text, digest) => {
  const file = join(folder, 'file');
  writeFileSync(file, text);
  expect([sha256(text), sha256OfFile(file)]).toEqual([digest, digest]);
});

test('of a file that is longer than a piece', () => {
  const bytes = Buffer.from(Array.from({ length: 2 ** 21 + 5 }, (_, index) => index % 251));
  const file = join(folder, 'long');
  writeFileSync(file, bytes);
  expect(sha256OfFile(file)).toBe(sha256(bytes));
});
