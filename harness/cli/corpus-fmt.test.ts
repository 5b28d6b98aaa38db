import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

async function writePage(id: string, gold: string): Promise<void> {
  await mkdir(join(at.folder, 'mine', 'pages', id), { recursive: true });
  await writeFile(join(at.folder, 'mine', 'pages', id, 'page.txt'), 'One.\n');
  await writeFile(join(at.folder, 'mine', 'pages', id, 'gold.yaml'), gold);
}

test('"fmt --check" lists what "fmt" rewrites; then all is canonical', async () => {
  await writePage('a.example/one', 'body:\n  - p: One.\n');
  await writePage('a.example/two', 'body:\n# why\n- p: "One."\n');
  const file = 'mine/pages/a.example/two/gold.yaml';
  expect(await at.assayHere('corpus', 'fmt', '--check', 'mine')).toEqual({
    code: 1,
    stdout: `${file}: not in the canonical form; run "assay corpus fmt"\nmine: 2 gold files, 1 not in the canonical form\n`,
    stderr: '',
  });
  expect(await at.assayHere('corpus', 'fmt', 'mine')).toEqual({
    code: 0,
    stdout: `${file}: rewritten\nmine: 2 gold files, 1 rewritten\n`,
    stderr: '',
  });
  expect(await readFile(join(at.folder, file), 'utf8')).toBe('body:\n  # why\n  - p: One.\n');
  expect(await at.assayHere('corpus', 'fmt', '--check', 'mine')).toEqual({
    code: 0,
    stdout: 'mine: 2 gold files, all in the canonical form\n',
    stderr: '',
  });
});

test('problems are shown with file and line, and the exit code is 2', async () => {
  await writePage('a.example/faulty', 'body:\n- p: Ranked #1 in sales\n');
  const { code, stdout } = await at.assayHere('corpus', 'fmt', 'mine');
  expect(code).toBe(2);
  expect(stdout).toContain('mine/pages/a.example/faulty/gold.yaml:2:13: found a comment behind a text');
  expect(stdout).toMatch(/\nmine: 3 gold files, 1 with problems, left as it is\n$/);
});

test('a public dataset is never rewritten', async () => {
  const { code, stderr } = await at.assayHere('corpus', 'fmt', 'aeb:somewhere');
  expect(code).toBe(2);
  expect(stderr).toContain('Public datasets are never rewritten');
});
