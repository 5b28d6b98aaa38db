import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatCorpus } from './format-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-format-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const gold = (page: string): string => join(folder, 'pages', 'a.example', page, 'gold.yaml');

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const LOOSE = "body: [{ p: 'One.' }]\n";
const CANONICAL = 'body:\n  - p: One.\n';

test('rewrites what is not canonical and leaves the rest alone', async () => {
  await write(gold('loose'), LOOSE);
  await write(gold('canonical'), CANONICAL);
  await chmod(gold('loose'), 0o640);
  const { ino, mtimeMs } = await stat(gold('canonical'));
  expect(await formatCorpus(folder, { write: true })).toEqual({
    files: 2,
    changed: [gold('loose')],
    problems: [],
  });
  expect(await readFile(gold('loose'), 'utf8')).toBe(CANONICAL);
  expect((await stat(gold('loose'))).mode & 0o777).toBe(0o640);
  expect(await stat(gold('canonical'))).toMatchObject({ ino, mtimeMs });
  expect(await readdir(dirname(gold('loose')))).toEqual(['gold.yaml']);
});

test('only looks where nothing is to be written', async () => {
  await write(gold('loose'), LOOSE);
  expect((await formatCorpus(folder, { write: false })).changed).toEqual([gold('loose')]);
  expect(await readFile(gold('loose'), 'utf8')).toBe(LOOSE);
});

test('points to the schema of the corpus, if it has one', async () => {
  await write(gold('canonical'), CANONICAL);
  await write(join(folder, 'gold.schema.json'), '{}');
  await formatCorpus(folder, { write: true });
  expect(await readFile(gold('canonical'), 'utf8')).toBe(
    `# yaml-language-server: $schema=../../../gold.schema.json\n${CANONICAL}`,
  );
  expect(await stat(join(dirname(gold('canonical')), '../../../gold.schema.json'))).toBeTruthy();
});

test('a file with problems is left as it is, the others are formatted', async () => {
  await write(gold('bytes'), Buffer.from('body:\n  - p: caf\xe9\n', 'latin1'));
  await write(gold('faulty'), `${LOOSE}kind: newz\n`);
  await write(gold('loose'), LOOSE);
  const { files, changed, problems } = await formatCorpus(folder, { write: true });
  expect({ files, changed }).toEqual({ files: 3, changed: [gold('loose')] });
  expect(problems.map(({ file, line, found }) => [file, line, found])).toEqual([
    [gold('bytes'), undefined, 'bytes that are not UTF-8'],
    [gold('faulty'), 2, 'unknown word "newz" for "kind"'],
  ]);
  expect(await readFile(gold('faulty'), 'utf8')).toBe(`${LOOSE}kind: newz\n`);
  expect((await readFile(gold('bytes'))).includes(0xe9)).toBe(true);
});

test('a link stays a link', async () => {
  const target = join(folder, 'elsewhere.yaml');
  await write(target, LOOSE);
  await mkdir(dirname(gold('linked')), { recursive: true });
  await symlink(target, gold('linked'));
  await formatCorpus(folder, { write: true });
  expect(await readFile(target, 'utf8')).toBe(CANONICAL);
  expect(await readFile(gold('linked'), 'utf8')).toBe(CANONICAL);
});

test('a folder without gold is refused', async () => {
  await expect(formatCorpus(folder, { write: true })).rejects.toThrow('has no gold to format; looked for');
});
