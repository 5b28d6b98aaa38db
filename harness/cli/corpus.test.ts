import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import glob from 'fast-glob';
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

  test('without any corpus it is the built-in one; a folder ./corpus without pages is none', async () => {
    const other = CommandLine.inNewFolder();
    await mkdir(join(other.folder, 'corpus'));
    await writeFile(join(other.folder, 'corpus', 'words.txt'), 'a b c');
    // All of it is checked by "npm run check:corpus".
    const few = ['--pages', 'slackwater.example'];
    const { code, stdout, stderr } = await other.assayHere('corpus', 'check', ...few);
    expect(stdout).toBe('builtin: 1 page, no problems\n');
    expect(stderr).toBe(
      'no corpus is named or configured, and there is none in ./corpus: this is builtin, the corpus of Assay\n',
    );
    expect(code).toBe(0);
  });

  test('without a name or a configuration every command takes the corpus in ./corpus', async () => {
    const own = CommandLine.inNewFolder();
    await own.makeCorpus('corpus', 2);
    const told = async (...args: string[]): Promise<string> => {
      const { stdout, stderr } = await own.assayHere(...args);
      return `${stderr}${stdout}`.replace(/ · [\s\S]*/u, '');
    };
    expect(await told('corpus', 'check')).toBe('./corpus: 2 pages, no problems\n');
    expect(await told('corpus', 'list')).toBe('corpus:site.example/p0  text\ncorpus:site.example/p1  text\n');
    expect(await told('corpus', 'stats')).toBe('corpus');
    expect(await told('corpus', 'fmt')).toBe('./corpus: 2 gold files, all in the canonical form\n');
    const { stdout } = await own.assayHere('run', '-e', 'nothing', '--json', '--out', 'run');
    expect(JSON.parse(stdout)).toMatchObject({ folder: 'run', extractors: [{ corpus: 'corpus' }] });
    await own.makeCorpus('other', 1);
    await writeFile(join(own.folder, 'assay.config.yaml'), 'corpora: { ours: ./other }\n');
    expect(await told('corpus', 'check')).toBe('./other: 1 page, no problems\n');
  });

  test('all problems of a page are listed at their lines in one go; a run refuses it', async () => {
    const page = join(at.folder, 'faulty', 'pages', 'wire.example', 'story');
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'page.txt'), 'A first paragraph.\n');
    await writeFile(join(page, 'gold.yaml'), FAULTY);
    const checked = await at.assayHere('corpus', 'check', 'faulty', '--json');
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
    const shown = await at.assayHere('corpus', 'check', 'faulty');
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('faulty/pages/wire.example/story/gold.yaml:2:1: ');
    expect(shown.stdout).toContain('did you mean "language"?');
    expect(shown.stdout).toMatch(/faulty: 1 page, 6 problems\n$/);
    const run = await at.assayHere('run', '--corpus', 'faulty', '--extractor', 'nothing');
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('gold.yaml:9:');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('of the pages that are asked for the files are looked at, too, wherever the corpus is named from', async () => {
    const other = CommandLine.inNewFolder();
    await other.makeCorpus('pages/sub', 2);
    await writeFile(join(other.folder, 'pages/sub/pages/site.example/p1/gold.yaml'), FAULTY);
    const asked = ['--pages', 'site.example/p1'];
    const told = async (from: string, name: string, pages = asked): Promise<unknown> => {
      const { code, stdout } = await other.in(from).assayHere('corpus', 'check', name, ...pages);
      return [code, stdout.trimEnd().split('\n').at(-1)];
    };
    expect(await told('.', 'pages/sub')).toEqual([1, 'pages/sub: 1 page, 6 problems']);
    expect(await told('pages/sub', '.')).toEqual([1, '.: 1 page, 6 problems']);
    expect(await told('pages/sub/pages', '..')).toEqual([1, '..: 1 page, 6 problems']);
    expect(await told('pages/sub', '.', ['--pages', '*/p0'])).toEqual([0, '.: 1 page, no problems']);
  });

  test('of many todos the first are shown, behind other problems; what is not there to tell problems tells a few', async () => {
    await at.makeCorpus('begun', 2);
    const page = join(at.folder, 'begun', 'pages', 'site.example');
    const todos = Array.from({ length: 25 }, () => '  - todo: Menu\n').join('');
    await writeFile(join(page, 'p0', 'gold.yaml'), `body:\n${todos}`);
    await writeFile(join(page, 'p1', 'gold.yaml'), 'body:\n  - para: Menu\n');
    const { stdout } = await at.assayHere('corpus', 'check', 'begun', '--rule', 'mojibake');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 10 + 1 + 1);
    expect(lines[0]).toContain('p1/gold.yaml:2:5: found unknown block kind "para"');
    expect(lines[1]).toContain('p0/gold.yaml:2:5: found a block that nobody has labelled yet');
    expect(lines[11]).toBe('… and 15 more [todo-left]; --all shows them');
    expect(lines[12]).toBe('begun: 2 pages, 26 problems');
    const all = await at.assayHere('corpus', 'check', 'begun', '--rule', 'mojibake', '--all');
    expect(all.stdout.match(/\[todo-left\]/g)).toHaveLength(25);
    const list = await at.assayHere('corpus', 'list', 'begun');
    expect([list.code, list.stdout]).toEqual([2, '']);
    expect(list.stderr).toMatch(/^assay: 26 problems in the corpus; fix them first\n/);
    expect(list.stderr).toMatch(/\n {2}… and 6 more, all of them by: assay corpus check\n$/);
  });

  test('rules run over the pages that can be read, behind what the files say', async () => {
    await at.makeCorpus('ruled', 12);
    const page = join(at.folder, 'ruled', 'pages', 'site.example', 'p0');
    await writeFile(join(page, 'gold.yaml'), 'langauge: en\nbody: []\n');
    for (let index = 1; index < 12; index++) {
      const kept = `Page ${index} has a body of eight words here.`;
      const gold = `body:\n  - p: Lost.\n  - p: ${kept}\nboilerplate:\n  - nav: Menu\n`;
      await writeFile(join(at.folder, 'ruled', 'pages', 'site.example', `p${index}`, 'gold.yaml'), gold);
    }
    const shown = await at.assayHere('corpus', 'check', 'ruled');
    expect(shown.code).toBe(1);
    const lines = shown.stdout.split('\n');
    expect(lines[0]).toContain('p0/gold.yaml:1:1: found unknown key "langauge"');
    expect(lines[1]).toContain('p1/gold.yaml:2:5: found p "Lost.", which is nowhere in the page');
    expect(lines[11]).toBe('… and 1 more [gold-not-in-page]; --all shows them');
    expect(shown.stdout).toMatch(/gold-not-in-page +11 +11 +0\n\nruled: 12 pages, 12 problems\n$/);
    const all = await at.assayHere('corpus', 'check', 'ruled', '--all', '--rule', 'gold-not-in-page');
    expect(all.stdout.match(/\[gold-not-in-page\]/g)).toHaveLength(11);
  });

  test('exceptions beside corpus.yaml take problems away; one that nothing needs is a problem', async () => {
    await at.makeCorpus('excepted', 2);
    const gold = join(at.folder, 'excepted', 'pages', 'site.example', 'p1', 'gold.yaml');
    const kept = 'Page 1 has a body of eight words here.';
    await writeFile(gold, `body:\n  - p: Lost.\n  - p: ${kept}\nboilerplate:\n  - nav: Menu\n`);
    const entry = (page: string) =>
      `  - rule: gold-not-in-page\n    page: site.example/${page}\n    reason: known\n`;
    const exceptions = join(at.folder, 'excepted', 'exceptions.yaml');
    await writeFile(exceptions, `exceptions:\n${entry('p1')}`);
    const clean = await at.assayHere('corpus', 'check', 'excepted');
    expect(clean.stdout).toMatch(/excepted: 2 pages, no problems, 1 excepted\n$/);
    expect(clean.code).toBe(0);
    await writeFile(join(at.folder, 'other.yaml'), `exceptions:\n${entry('p1')}${entry('p0')}`);
    const unused = await at.assayHere('corpus', 'check', 'excepted', '--exceptions', 'other.yaml', '--json');
    expect(unused.code).toBe(1);
    expect(JSON.parse(unused.stdout)).toMatchObject({
      schema: 'assay/check@2',
      corpora: [{ pages: 2, problems: [{ code: 'unused-exception', file: 'other.yaml', line: 5 }] }],
    });
    const missing = await at.assayHere('corpus', 'check', 'excepted', '--exceptions', 'none.yaml');
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('none.yaml cannot be read')]);
  });

  test('rules are listed with what they find; an unknown one is told', async () => {
    const listed = await at.assayHere('corpus', 'check', '--list-rules');
    expect(listed.stdout).toContain('gold-not-in-page\n  A block of the body');
    const { rules } = JSON.parse(
      (await at.assayHere('corpus', 'check', '--list-rules', '--json')).stdout,
    ) as {
      rules: { name: string }[];
    };
    expect(rules.length).toBeGreaterThanOrEqual(18);
    const unknown = await at.assayHere('corpus', 'check', '--rule', 'gold-not-in-pages');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('unknown rule "gold-not-in-pages"; did you mean "gold-not-in-page"?');
  });

  test('a page that stands twice in the labels of a dataset is a problem of the check', async () => {
    const dataset = join(at.folder, 'aeb');
    await mkdir(join(dataset, 'html'), { recursive: true });
    await writeFile(join(dataset, 'html', 'a.html.gz'), gzipSync('<p>q'));
    await writeFile(
      join(dataset, 'ground-truth.json'),
      '{"a": {"articleBody": "lost"},\n "a": {"articleBody": "q"}}',
    );
    const { code, stdout } = await at.assayHere('corpus', 'check', 'aeb:aeb');
    expect(code).toBe(1);
    expect(stdout).toBe(
      'aeb/ground-truth.json:2:2: found the key "a" a second time in its map; it stands on line 1 already; expected every key once, because only the last value is read; remove one of the two [repeated-key]\naeb:aeb: 1 page, 1 problem\n',
    );
  });

  test('lists pages with what they are', async () => {
    const { code, stdout, stderr } = await at.assayHere('corpus', 'list', 'builtin');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^assay:coralrangeherald\.example\/parana-flood-crest  text, news, en, dev  flat-text /,
      ),
    );
    expect(lines).toHaveLength((await glob('pages/*/*/gold.yaml', { cwd: BUILT_IN })).length);
    const corpus = await at.makeCorpus('listed', 2);
    const listed = JSON.parse((await at.assayHere('corpus', 'list', corpus, '--json')).stdout) as {
      pages: { page: string }[];
    };
    expect(listed.pages.map(({ page }) => page)).toEqual(['site.example/p0', 'site.example/p1']);
  });

  test('a corpus moved elsewhere has the same digest', async () => {
    const here = await at.makeCorpus('here', 3);
    await cp(join(at.folder, here), join(at.folder, 'moved'), { recursive: true });
    const digests = new Set<string>();
    for (const [index, corpus] of [here, 'moved'].entries()) {
      await at.assayHere('run', '-c', corpus, '-e', 'nothing', '--out', `digest-${index}`);
      const run = JSON.parse(await readFile(join(at.folder, `digest-${index}`, 'run.json'), 'utf8')) as {
        corpora: { digest: string }[];
      };
      digests.add(run.corpora[0]!.digest);
    }
    expect(digests.size).toBe(1);
  });
});
