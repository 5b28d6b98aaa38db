import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../store/summary-file.ts';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

describe('assay run', () => {
  test('runs over the built-in corpus, prints a table and leaves a run folder', async () => {
    const args = [
      '--extractor',
      'terminal-punctuation',
      '--extractor',
      'everything',
      '--extractor',
      'nothing',
      '--limit',
      '6',
    ];
    const { code, stdout, stderr } = await at.assay('run', ...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/assay \d\.\d\.\d · 6 of \d+ pages · policy article · sorted by tokens F1/);
    expect(stdout).toMatch(/^nothing \* +6 +0\.000 +0\.000 +0\.000/m);
    expect(stdout).toMatch(/^everything \* +6 +0\.\d{3} +1\.000 /m);
    const [run] = await readdir(join(at.folder, 'reports', 'runs'));
    expect(run).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{8}$/);
    expect(stderr).toContain(`reports/runs/${run}/report.html`);
    expect((await readdir(join(at.folder, 'reports', 'runs', run!))).toSorted()).toEqual([
      'extractions.jsonl.gz',
      'loaded.json',
      'report.html',
      'report.md',
      'results.jsonl',
      'run.json',
      'summary.json',
    ]);
  });

  test('gives the same summary for one worker and for two', async () => {
    const corpus = await at.makeCorpus('same', 6);
    const extractor = await at.makeExtractor('first-line', "return { text: input.text.split('\\n')[0] };");
    const whole = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => [
        `site.example/p${index}`,
        await readFile(join(at.folder, corpus, 'pages', 'site.example', `p${index}`, 'page.txt'), 'utf8'),
      ]),
    );
    await writeFile(join(at.folder, 'whole.json'), JSON.stringify(Object.fromEntries(whole)));
    const summaries: unknown[] = [];
    for (const workers of ['1', '2', '2']) {
      const out = `same-${workers}-${summaries.length}`;
      const { code, stdout } = await at.assayHere('run', '-c', corpus, '-e', extractor, '-e', 'recorded:whole.json', '--workers', workers, '--no-cache', '--out', out, '--json'); // prettier-ignore
      expect(code).toBe(0);
      const summary = await readFile(join(at.folder, out, 'summary.json'), 'utf8');
      expect(JSON.parse(stdout)).toEqual({ ...(JSON.parse(summary) as object), folder: out });
      summaries.push(
        JSON.parse(summary, (key, value: unknown) =>
          ['time', 'memory', 'machine'].includes(key) ? undefined : value,
        ),
      );
    }
    expect(JSON.stringify(summaries[1])).toBe(JSON.stringify(summaries[0]));
    expect(JSON.stringify(summaries[2])).toBe(JSON.stringify(summaries[0]));
    const { extractors } = summaries[0] as Summary;
    // Nine words of gold, "Menu" surplus: P 9/10, R 1.
    expect(extractors.map(({ name }) => name)).toEqual(['first-line', 'whole']);
    expect(extractors[0]!.metrics['tokens']!['f1']).toEqual({ value: 1, n: 6 });
    expect(extractors[1]!.metrics['tokens']!['f1']).toMatchObject({
      value: expect.closeTo(1.8 / 1.9, 12),
      n: 6,
    });
  });

  test('an extractor costs only the pages that it fails on, each named by kind', async () => {
    const corpus = await at.makeCorpus('hostile', 7);
    const extractor = await at.makeExtractor(
      'hostile',
      `console.log('noise on standard output');
       if (input.text.includes('Page 1')) await new Promise(() => {});
       if (input.text.includes('Page 2')) throw new TypeError('page two');
       if (input.text.includes('Page 3')) return 42;
       if (input.text.includes('Page 4')) process.exit(3);
       return { text: input.text.split('\\n')[0] };`,
    );
    const { code, stdout, stderr } = await at.assay('run', '-c', corpus, '-e', extractor, '--timeout', '2500', '--out', 'hostile-run'); // prettier-ignore
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/^\s+at /m);
    // What the extractor printed stands with its failed pages and nowhere else.
    expect(stdout.match(/^ {6}wrote: noise on standard output$/gm)).toHaveLength(3);
    expect(stdout.match(/noise/g)).toHaveLength(3);
    expect(stdout).toContain('hostile failed: 1 bad-output, 1 crashed, 1 threw, 1 timeout');
    const outcomes = Object.fromEntries(
      (await at.readJournal('hostile-run')).map((line) => [
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
    const report = await readFile(join(at.folder, 'hostile-run', 'report.md'), 'utf8');
    for (const kind of ['timeout', 'threw', 'bad-output', 'crashed']) expect(report).toContain(`**${kind}**`);
  });

  test('reads a public dataset in place, and outputs made elsewhere', async () => {
    const dataset = join(at.folder, 'aeb');
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
      join(at.folder, 'mine.json'),
      JSON.stringify({ version: '7', output: { one: { articleBody: 'a b c d e' } } }),
    );
    const { code, stdout } = await at.assayHere('run', '-c', 'aeb:aeb', '-e', 'recorded:mine.json', '-e', 'everything', '--json', '--out', 'aeb-run'); // prettier-ignore
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

  test('ends with 1 where every page of an extractor failed, and says of which', async () => {
    const corpus = await at.makeCorpus('failing', 2);
    const failing = await at.makeExtractor('failing', 'throw new Error(input.text);');
    const half = await at.makeExtractor('half', `if (input.text.includes('Page 1')) return 42; return null;`);
    const both = await at.assayHere('run', '-c', corpus, '-e', half, '-e', failing, '--out', 'both-fail');
    expect(both.code).toBe(1);
    expect(both.stderr).toMatch(/report\.html\nassay: every page of failing failed\n$/);
    const one = await at.assayHere('run', '-c', corpus, '-e', half, '--out', 'half-fails');
    expect(one.code).toBe(0);
  });

  test('ends with 1 where any page failed, if --fail-on-failures asks for it', async () => {
    const corpus = await at.makeCorpus('strict', 3);
    const half = await at.makeExtractor(
      'sloppy',
      `if (input.text.includes('Page 1')) return 42; return null;`,
    );
    const args = ['run', '-c', corpus, '--fail-on-failures'];
    const failing = await at.assayHere(...args, '-e', half, '-e', 'everything', '--out', 'strict-half');
    expect(failing.code).toBe(1);
    expect(failing.stderr).toMatch(/report\.html\nassay: 1 of 3 pages of sloppy failed\n$/);
    expect((await at.assayHere(...args, '-e', 'everything', '--out', 'strict-whole')).code).toBe(0);
  });

  test('a limit counts pages that the extractors take, in shards too', async () => {
    const pages = join(at.folder, 'mixed', 'pages', 'site.example');
    for (const [id, file] of [['a', 'txt'], ['b', 'html'], ['c', 'txt'], ['d', 'html'], ['e', 'html']]) {
      await mkdir(join(pages, id!), { recursive: true });
      await writeFile(join(pages, id!, `page.${file}`), '<p>One two three.</p>');
      await writeFile(join(pages, id!, 'gold.yaml'), 'body:\n  - p: One two three.\n');
    }
    await writeFile(
      join(at.folder, 'web.mjs'),
      `export default { name: 'web', version: '1', accepts: ['html'], extract: ({ html }) => ({ html }) };`,
    );
    const pagesOf = async (out: string, ...args: string[]): Promise<string[]> => {
      expect((await at.assayHere('run', '-c', 'mixed', '-e', './web.mjs', '--limit', '2', '--out', out, ...args)).code).toBe(0);
      return (await at.readJournal(out)).map(({ page, status }) => `${page} ${status}`).toSorted();
    };
    expect(await pagesOf('limited')).toEqual(['site.example/b extracted', 'site.example/d extracted']);
    expect(await pagesOf('limited-1', '--shard', '1/2')).toEqual(['site.example/b extracted']);
    expect(await pagesOf('limited-2', '--shard', '2/2')).toEqual(['site.example/d extracted']);
  }); // prettier-ignore

  test('refuses outputs of no page of the corpus', async () => {
    const corpus = await at.makeCorpus('unmatched', 1);
    await writeFile(join(at.folder, 'high.json'), '{ "mine/site.example/p0": "Page" }');
    expect(await at.assayHere('run', '-c', corpus, '-e', 'recorded:high.json', '--out', 'high')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'assay: recorded:high.json holds output for no page of unmatched: it holds "mine/site.example/p0", and the pages are "site.example/p0"; name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of\n',
    });
  });

  test('reports as it is asked to: by option or configuration, by name or module', async () => {
    const corpus = await at.makeCorpus('reported', 1);
    await writeFile(join(at.folder, 'outputs.json'), '{ "site.example/p0": "Page" }');
    const own = 'export default { onRunEnd: ({ summary }) => console.log(summary.extractors[0].name) };';
    await writeFile(join(at.folder, 'own.mjs'), own);
    const run = ['run', '-c', corpus, '-e', 'recorded:outputs.json', '--out'];
    const both = await at.assayHere(...run, 'by-option', '--reporter', 'json,./own.mjs');
    expect(both.code).toBe(0);
    const summary = await readFile(join(at.folder, 'by-option', 'summary.json'), 'utf8');
    const withFolder = summary.replace(/^.*"schema".*$/m, '$&\n  "folder": "by-option",');
    expect(both.stdout).toBe(`${withFolder}outputs\n`);
    expect(both.stderr).toBe('\nEvery page and every extraction: by-option/\n');
    await writeFile(join(at.folder, 'own.yaml'), 'run: { reporter: ./own.mjs }');
    const configured = await at.assayHere(...run, 'by-config', '--config', 'own.yaml');
    expect(configured.stdout).toBe('outputs\n');
    const scored = await at.assayHere('score', 'by-config', '--out', 'again', '--reporter', 'json', '--reporter', 'markdown'); // prettier-ignore
    expect(JSON.parse(scored.stdout)).toMatchObject({ schema: 'assay/summary@1' });
    expect(scored.stderr).toContain('\nReport: again/report.md\n');
    const twice = await at.assayHere(...run, 'twice', '--json', '--reporter', 'terminal');
    expect(twice).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--json stands for --reporter json,markdown'),
    });
  });

  test('overwrites no folder', async () => {
    await mkdir(join(at.folder, 'taken'), { recursive: true });
    await writeFile(join(at.folder, 'taken', 'mine.txt'), 'x');
    const corpus = await at.makeCorpus('untaken', 1);
    const { code, stderr } = await at.assayHere('run', '-c', corpus, '-e', 'nothing', '--out', 'taken');
    expect(code).toBe(2);
    expect(stderr).toContain('--out taken: the folder is not empty');
    expect(await readdir(join(at.folder, 'taken'))).toEqual(['mine.txt']);
  });
});
