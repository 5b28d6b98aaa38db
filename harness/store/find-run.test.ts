import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRun, isRun } from './find-run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-find-'));
  process.chdir(folder);
});
const home = process.cwd();
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true, force: true });
});

async function addRun(path: string, started: string, label?: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'run.json'), JSON.stringify({ started, ...(label !== undefined && { label }) }));
}

test('a run is called by its folder, its label, or latest', async () => {
  await addRun('reports/runs/b', '2026-01-02T00:00:00.000Z', 'before');
  await addRun('reports/runs/a', '2026-01-03T00:00:00.000Z', 'before');
  await addRun('reports/runs/c', '2026-01-01T00:00:00.000Z', 'first');
  await addRun('elsewhere', '2026-01-09T00:00:00.000Z', 'after');
  await mkdir('reports/runs/no-run');
  expect(await findRun('elsewhere')).toBe('elsewhere');
  expect(await findRun('first')).toBe(join('reports', 'runs', 'c'));
  expect(await findRun('before')).toBe(join('reports', 'runs', 'a'));
  expect(await findRun('latest')).toBe(join('reports', 'runs', 'a'));
  expect(await Promise.all(['first', 'latest', 'elsewhere', 'readability'].map(isRun))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('a folder comes before a label of its name', async () => {
  await addRun('reports/runs/a', '2026-01-03T00:00:00.000Z', 'mine');
  await addRun('mine', '2026-01-01T00:00:00.000Z');
  await addRun('reports/runs/b', '2026-01-02T00:00:00.000Z', 'other');
  await addRun('reports/runs/c', '2026-01-04T00:00:00.000Z', 'b');
  expect(await findRun('mine')).toBe('mine');
  expect(await findRun('b')).toBe(join('reports', 'runs', 'b'));
  expect(await isRun('b')).toBe(true);
});

test('what is not there is refused with what there is', async () => {
  await expect(findRun('latest')).rejects.toThrow(
    /: no folder with a run\.json here or below reports\/runs, and no label; reports\/runs holds no run; name the folder/,
  );
  await addRun('reports/runs/a', '2026-01-03T00:00:00.000Z', 'before-fix');
  await expect(findRun('before-fux')).rejects.toThrow('did you mean "before-fix"?');
  await expect(findRun('whatever')).rejects.toThrow(
    '(labels are "before-fix"); name a folder, latest, or a label',
  );
});
