import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalLine, Summary } from '../model/run.ts';

const ASSAY = fileURLToPath(new URL('assay.mjs', import.meta.url));
const BUILT_IN = fileURLToPath(new URL('../../corpus', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, in a folder of its own. */
function assay(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [ASSAY, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A corpus of text pages `site.example/p0` …, each with two lines, the first of which is its gold. */
async function makeCorpus(name: string, pages: number): Promise<string> {
  for (let index = 0; index < pages; index++) {
    const page = join(folder, name, 'pages', 'site.example', `p${index}`);
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'page.txt'), `Page ${index} has a body of eight words here.\nMenu\n`);
    await writeFile(
      join(page, 'gold.yaml'),
      `body:\n  - p: Page ${index} has a body of eight words here.\nboilerplate:\n  - nav: Menu\n`,
    );
  }
  return name;
}

async function makeExtractor(name: string, body: string): Promise<string> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(
    file,
    `export default { name: '${name}', version: '1', accepts: ['html', 'text'], async extract(input, options) { ${body} } };`,
  );
  return file;
}

async function readJournal(run: string): Promise<JournalLine[]> {
  const text = await readFile(join(folder, run, 'results.jsonl'), 'utf8');
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as JournalLine); // prettier-ignore
}

describe('help and wrong use', () => {
  test('help tells the commands and examples', async () => {
    const { code, stdout } = await assay('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/run \[options\] +Run extractors over corpora/);
    expect(stdout).toContain('assay run --extractor ./my-extractor.ts');
  });

  test.each([
    [['rnu'], "error: unknown command 'rnu'\n(Did you mean run?)"],
    [['run', '--extractr', 'x'], "error: unknown option '--extractr'\n(Did you mean --extractor?)"],
    [
      ['run', '--policy', 'artcle'],
      'unknown policy "artcle": did you mean "article"? Known are article, reader, prose, discussion',
    ],
    [['run', '--workers', '0'], 'It takes a whole number of at least 1.'],
    [['run', '--extractor', 'readabilty'], 'unknown extractor "readabilty": did you mean "readability"?'],
    [['run', '--extractor', './none.ts'], 'none.ts'],
    [['run', '--extractor', 'nothing', '--corpus', 'aebb:x'], 'did you mean "aeb"?'],
    [['run', '--extractor', 'nothing', '--corpus', 'no/such/folder'], 'no/such/folder'],
    [['run', '--extractor', 'nothing', '--pages', 'zzz'], '--pages could match'],
    [['run', '--extractor', 'nothing', '--extractor', 'nothing'], 'two extractors are called "nothing"'],
  ])('%j ends with 2 and one clear message', async (args, message) => {
    const { code, stdout, stderr } = await assay(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(await readdir(folder)).not.toContain('reports');
  });
});

describe('assay run', () => {
  test('runs over the built-in corpus, prints a table and leaves a run folder', async () => {
    const args = [
      '--extractor',
      'terminal-punctuation',
      '--extractor',
      'everything',
      '--extractor',
      'nothing',
    ];
    const { code, stdout, stderr } = await assay('run', ...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/assay 0\.1\.0 · 6 pages · policy article · sorted by tokens F1/);
    expect(stdout).toMatch(/^nothing \* +6 +0\.000 +0\.000 +0\.000/m);
    expect(stdout).toMatch(/^everything \* +6 +0\.\d{3} +1\.000 /m);
    const [run] = await readdir(join(folder, 'reports', 'runs'));
    expect(run).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{8}$/);
    expect(stderr).toContain(`reports/runs/${run}/report.md`);
    expect((await readdir(join(folder, 'reports', 'runs', run!))).toSorted()).toEqual([
      'extractions.jsonl.gz',
      'report.md',
      'results.jsonl',
      'run.json',
      'summary.json',
    ]);
  });

  test('gives the same summary for one worker and for two', async () => {
    const corpus = await makeCorpus('same', 6);
    const extractor = await makeExtractor('first-line', "return { text: input.text.split('\\n')[0] };");
    const summaries: unknown[] = [];
    for (const workers of ['1', '2', '2']) {
      const out = `same-${workers}-${summaries.length}`;
      const { code, stdout } = await assay('run', '-c', corpus, '-e', extractor, '-e', 'everything', '--workers', workers, '--out', out, '--json'); // prettier-ignore
      expect(code).toBe(0);
      expect(stdout).toBe(await readFile(join(folder, out, 'summary.json'), 'utf8'));
      summaries.push(
        JSON.parse(stdout, (key, value: unknown) =>
          key === 'time' || key === 'machine' ? undefined : value,
        ),
      );
    }
    expect(JSON.stringify(summaries[1])).toBe(JSON.stringify(summaries[0]));
    expect(JSON.stringify(summaries[2])).toBe(JSON.stringify(summaries[0]));
    const { extractors } = summaries[0] as Summary;
    // Nine words of gold, "Menu" surplus: P 9/10, R 1.
    expect(extractors.map(({ name }) => name)).toEqual(['everything', 'first-line']);
    expect(extractors[0]!.metrics['tokens']!['f1']).toMatchObject({
      value: expect.closeTo(1.8 / 1.9, 12),
      n: 6,
    });
    expect(extractors[1]!.metrics['tokens']!['f1']).toEqual({ value: 1, n: 6 });
  });

  test('an extractor costs only the pages that it fails on, each named by kind', async () => {
    const corpus = await makeCorpus('hostile', 7);
    const extractor = await makeExtractor(
      'hostile',
      `console.log('noise on standard output');
       if (input.text.includes('Page 1')) for (;;);
       if (input.text.includes('Page 2')) throw new TypeError('page two');
       if (input.text.includes('Page 3')) return 42;
       if (input.text.includes('Page 4')) process.exit(3);
       return { text: input.text.split('\\n')[0] };`,
    );
    const { code, stdout, stderr } = await assay('run', '-c', corpus, '-e', extractor, '--timeout', '800', '--out', 'hostile-run'); // prettier-ignore
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).not.toContain('noise');
    expect(stdout).toContain('hostile failed: 1 bad-output, 1 crashed, 1 threw, 1 timeout');
    const outcomes = Object.fromEntries(
      (await readJournal('hostile-run')).map((line) => [
        line.page,
        line.status === 'failed' ? line.failure : line.status,
      ]),
    );
    expect(outcomes).toEqual({
      'site.example/p0': 'extracted',
      'site.example/p1': 'timeout',
      'site.example/p2': 'threw',
      'site.example/p3': 'bad-output',
      'site.example/p4': 'crashed',
      'site.example/p5': 'extracted',
      'site.example/p6': 'extracted',
    });
    const report = await readFile(join(folder, 'hostile-run', 'report.md'), 'utf8');
    for (const kind of ['timeout', 'threw', 'bad-output', 'crashed']) expect(report).toContain(`**${kind}**`);
  });

  test('reads a public dataset in place, and outputs made elsewhere', async () => {
    const dataset = join(folder, 'aeb');
    await mkdir(join(dataset, 'html'), { recursive: true });
    const bodies = { one: 'a b c d e', two: 'f g h i' };
    const url = 'https://www.news.example/x';
    const truth = Object.fromEntries(
      Object.entries(bodies).map(([id, articleBody]) => [id, { articleBody, url }]),
    );
    await writeFile(join(dataset, 'ground-truth.json'), JSON.stringify(truth));
    for (const [id, body] of Object.entries(bodies)) {
      await writeFile(join(dataset, 'html', `${id}.html.gz`), gzipSync(`<p>${body}</p><p>more</p>`));
    }
    await writeFile(
      join(folder, 'mine.json'),
      JSON.stringify({ version: '7', output: { one: { articleBody: 'a b c d e' } } }),
    );
    const { code, stdout } = await assay('run', '-c', 'aeb:aeb', '-e', 'recorded:mine.json', '-e', 'everything', '--json', '--out', 'aeb-run'); // prettier-ignore
    expect(code).toBe(0);
    const [everything, mine] = (JSON.parse(stdout) as Summary).extractors;
    expect(everything).toMatchObject({ name: 'everything', corpus: 'aeb', pages: { scored: 2, failed: 0 } });
    expect(mine).toMatchObject({
      name: 'mine',
      version: '7',
      pages: { scored: 2, failed: 1 },
      failures: { unavailable: 1 },
    });
    expect(mine!.metrics['exact']!['accuracy']).toEqual({ value: 0.5, n: 2 });
    expect(mine!.time).toEqual({ pages: 0 });
  });

  test('overwrites no folder', async () => {
    await mkdir(join(folder, 'taken'), { recursive: true });
    await writeFile(join(folder, 'taken', 'mine.txt'), 'x');
    const { code, stderr } = await assay('run', '-e', 'nothing', '--out', 'taken');
    expect(code).toBe(2);
    expect(stderr).toContain('--out taken: the folder is not empty');
    expect(await readdir(join(folder, 'taken'))).toEqual(['mine.txt']);
  });
});

describe('a configuration', () => {
  test('in YAML gives names, options, a policy and defaults; its paths start from its folder', async () => {
    const corpus = await makeCorpus('configured', 2);
    await makeExtractor(
      'lines',
      "return { text: input.text.split('\\n').slice(0, options.most).join('\\n') };",
    );
    await mkdir(join(folder, 'conf'));
    await writeFile(
      join(folder, 'conf', 'mine.yaml'),
      `extractors:
  one: { module: ../lines.mjs, options: { most: 1 } }
  two: { module: ../lines.mjs, options: { most: 2 } }
corpora:
  own: ../${corpus}
policies:
  talk: { required: [p], comments: required }
run: { extractor: [two, one], policy: talk }
`,
    );
    const { code, stdout } = await assay('run', '--config', 'conf/mine.yaml', '--json', '--out', 'configured-run'); // prettier-ignore
    expect(code).toBe(0);
    const [one, two, ...others] = (JSON.parse(stdout) as Summary).extractors;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ name: 'one', corpus: 'own', pages: { scored: 2, failed: 0 } });
    expect(one!.policy).toMatch(/^talk@[\da-f]{8}$/);
    // Nine words of gold; the second line is a menu of one word.
    expect(one!.metrics['tokens']!['precision']).toEqual({ value: 1, n: 2 });
    expect(two!.metrics['tokens']!['precision']).toEqual({ value: 0.9, n: 2 });
  });

  test('with faults ends with 2 and names them all', async () => {
    await writeFile(join(folder, 'faulty.yaml'), 'corpora: { own: 1 }\nrun:\n  extractr: nothing\n');
    const { code, stdout, stderr } = await assay('corpus', 'list', '--config', 'faulty.yaml');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')).toEqual([
      'assay: faulty.yaml has 2 faults',
      '  faulty.yaml:1:12: corpora.own: found a number (1); expected a folder, or a dataset such as aeb:PATH; write ./folder',
      '  faulty.yaml:3:3: run.extractr: found the unknown key "extractr"; expected one of corpus, extractor, policy, workers, timeout; did you mean "extractor"?',
      '',
    ]);
  });
});

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
    const { code, stdout } = await assay('corpus', 'check');
    expect(stdout).toMatch(/6 pages, no problems\n$/);
    expect(code).toBe(0);
  });

  test('all problems of a page are listed at their lines in one go; a run refuses it', async () => {
    const page = join(folder, 'faulty', 'pages', 'wire.example', 'story');
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'page.txt'), 'A first paragraph.\n');
    await writeFile(join(page, 'gold.yaml'), FAULTY);
    const checked = await assay('corpus', 'check', 'faulty', '--json');
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
    const shown = await assay('corpus', 'check', 'faulty');
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('faulty/pages/wire.example/story/gold.yaml:2:1: ');
    expect(shown.stdout).toContain('did you mean "language"?');
    expect(shown.stdout).toMatch(/faulty: 1 page, 6 problems\n$/);
    const run = await assay('run', '--corpus', 'faulty', '--extractor', 'nothing');
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('gold.yaml:9:');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('lists pages with what they are', async () => {
    const { code, stdout } = await assay('corpus', 'list', BUILT_IN);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^assay:coralrangeherald\.example\/parana-flood-crest  text, news, en  flat-text /m,
    );
    const listed = JSON.parse((await assay('corpus', 'list', '--json')).stdout) as {
      pages: { page: string }[];
    };
    expect(listed.pages).toHaveLength(6);
  });

  test('a corpus moved elsewhere has the same digest', async () => {
    await cp(BUILT_IN, join(folder, 'moved'), { recursive: true });
    const digests = new Set<string>();
    for (const [index, corpus] of [BUILT_IN, 'moved'].entries()) {
      await assay('run', '-c', corpus, '-e', 'nothing', '--out', `digest-${index}`);
      const run = JSON.parse(await readFile(join(folder, `digest-${index}`, 'run.json'), 'utf8')) as {
        corpora: { digest: string }[];
      };
      digests.add(run.corpora[0]!.digest);
    }
    expect(digests.size).toBe(1);
  });
});
