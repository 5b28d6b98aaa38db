import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { removeGroupsOfDead } from './control-group.ts';

const folder = temporaryFolder();

test('groups of harnesses that are dead go, with those in them; all else stays', () => {
  const alive = `assay-${process.pid}-a`;
  // Numbers of processes are below 2^22.
  for (const path of [`${alive}/processes`, 'assay-4194305-b/processes', 'assay-4194305', 'other']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  removeGroupsOfDead(folder);
  expect(readdirSync(folder).toSorted()).toEqual([alive, 'assay-4194305', 'other'].toSorted());
  expect(readdirSync(join(folder, alive))).toEqual(['processes']);
  removeGroupsOfDead(join(folder, 'gone'));
});
