import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ASSAY = fileURLToPath(new URL('fixtures/assay-built.mjs', import.meta.url));

/** Runs the command line as a user does, in a folder of its own. */
function assay(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ASSAY, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-fmt-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writePage(id: string, gold: string): Promise<void> {
  await mkdir(join(folder, 'mine', 'pages', id), { recursive: true });
  await writeFile(join(folder, 'mine', 'pages', id, 'page.txt'), 'One.\n');
  await writeFile(join(folder, 'mine', 'pages', id, 'gold.yaml'), gold);
}

test('"fmt --check" lists what "fmt" rewrites; then all is canonical', async () => {
  await writePage('a.example/one', 'body:\n  - p: One.\n');
  await writePage('a.example/two', 'body:\n# why\n- p: "One."\n');
  const file = 'mine/pages/a.example/two/gold.yaml';
  expect(assay('corpus', 'fmt', '--check', 'mine')).toEqual({
    status: 1,
    stdout: `${file}: not in the canonical form; run "assay corpus fmt"\nmine: 2 gold files, 1 not in the canonical form\n`,
    stderr: '',
  });
  expect(assay('corpus', 'fmt', 'mine')).toEqual({
    status: 0,
    stdout: `${file}: rewritten\nmine: 2 gold files, 1 rewritten\n`,
    stderr: '',
  });
  expect(await readFile(join(folder, file), 'utf8')).toBe('body:\n  # why\n  - p: One.\n');
  expect(assay('corpus', 'fmt', '--check', 'mine')).toEqual({
    status: 0,
    stdout: 'mine: 2 gold files, all in the canonical form\n',
    stderr: '',
  });
});

test('problems are shown with file and line, and the exit code is 2', async () => {
  await writePage('a.example/faulty', 'body:\n- p: Ranked #1 in sales\n');
  const { status, stdout } = assay('corpus', 'fmt', 'mine');
  expect(status).toBe(2);
  expect(stdout).toContain('mine/pages/a.example/faulty/gold.yaml:2:13: found a comment behind a text');
  expect(stdout).toMatch(/\nmine: 3 gold files, 1 with problems, left as it is\n$/);
});

test('a public dataset is never rewritten', () => {
  const { status, stderr } = assay('corpus', 'fmt', 'aeb:somewhere');
  expect(status).toBe(2);
  expect(stderr).toContain('Public datasets are never rewritten');
});
