import { truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { FileStates } from './file-states.ts';

const folder = temporaryFolder();

/** A file of so many bytes, with nothing in it. */
function sparse(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

test('a long file is read in pieces, between which other work goes on', async () => {
  const path = sparse('long', 2 ** 27);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const state = await new FileStates().stateOf(path);
  clearInterval(timer);
  // SHA-256 of 2^27 bytes of zero.
  expect(state).toBe('254bcc3fc4f27172636df4bf32de9f107f620d559b20d760197e452b97453917');
  expect(turns).toBeGreaterThan(5);
});

test('of files that are too long together the last ones are known by their sizes and times', async () => {
  const states = new FileStates(2 ** 23);
  const paths = ['a', 'b', 'c'].map((name) => sparse(name, 2 ** 22 + 1));
  const found = [await states.stateOf(paths[0]!), await states.stateOf(paths[1]!)];
  expect(found[0]).toMatch(/^[\da-f]{64}$/);
  expect(found[1]).toMatch(/^long 4194305 /);
  expect(await states.stateOf(paths[0]!)).toBe(found[0]);
  utimesSync(paths[1]!, 1, 1);
  expect(await states.stateOf(paths[1]!)).not.toBe(found[1]);
});

test('three sparse files of 32 GB are not read', async () => {
  const states = new FileStates();
  for (const name of ['x', 'y', 'z']) {
    expect(await states.stateOf(sparse(name, 2 ** 35))).toMatch(/^long 34359738368 /);
  }
});
