import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const BUILT_IN = fileURLToPath(new URL('../../corpus', import.meta.url));
const at = CommandLine.inNewFolder();

describe('assay corpus', () => {
  const FAULTY = `url: https://wire.example/story
langauge: en
published: 2025-02-30
body:
  - p: A first paragraph.
   - p: A paragraph that is indented too far.
  - paragaph: A kind that nobody knows.
  - p: Ranked #1 in sales
  - ul: [first item, second]
`;

  test('the built-in corpus has no problems', async () => {
    const { code, stdout } = await at.assay('corpus', 'check');
    expect(stdout).toMatch(/6 pages, no problems\n$/);
    expect(code).toBe(0);
  });

  test('all problems of a page are listed at their lines in one go; a run refuses it', async () => {
    const page = join(at.folder, 'faulty', 'pages', 'wire.example', 'story');
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'page.txt'), 'A first paragraph.\n');
    await writeFile(join(page, 'gold.yaml'), FAULTY);
    const checked = await at.assay('corpus', 'check', 'faulty', '--json');
    expect(checked.code).toBe(1);
    const { corpora } = JSON.parse(checked.stdout) as {
      corpora: { problems: { code: string; line: number; file: string }[] }[];
    };
    expect(corpora[0]!.problems.map(({ code, line }) => [line, code])).toEqual([
      [2, 'unknown-key'],
      [3, 'wrong-value'],
      [6, 'yaml-syntax'],
      [7, 'unknown-word'],
      [8, 'text-cut'],
      [9, 'unquoted-text'],
    ]);
    const shown = await at.assay('corpus', 'check', 'faulty');
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('faulty/pages/wire.example/story/gold.yaml:2:1: ');
    expect(shown.stdout).toContain('did you mean "language"?');
    expect(shown.stdout).toMatch(/faulty: 1 page, 6 problems\n$/);
    const run = await at.assay('run', '--corpus', 'faulty', '--extractor', 'nothing');
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('gold.yaml:9:');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('lists pages with what they are', async () => {
    const { code, stdout } = await at.assay('corpus', 'list', BUILT_IN);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^assay:coralrangeherald\.example\/parana-flood-crest  text, news, en, dev  flat-text /m,
    );
    const listed = JSON.parse((await at.assay('corpus', 'list', '--json')).stdout) as {
      pages: { page: string }[];
    };
    expect(listed.pages).toHaveLength(6);
  });

  test('a corpus moved elsewhere has the same digest', async () => {
    await cp(BUILT_IN, join(at.folder, 'moved'), { recursive: true });
    const digests = new Set<string>();
    for (const [index, corpus] of [BUILT_IN, 'moved'].entries()) {
      await at.assay('run', '-c', corpus, '-e', 'nothing', '--out', `digest-${index}`);
      const run = JSON.parse(await readFile(join(at.folder, `digest-${index}`, 'run.json'), 'utf8')) as {
        corpora: { digest: string }[];
      };
      digests.add(run.corpora[0]!.digest);
    }
    expect(digests.size).toBe(1);
  });
});
