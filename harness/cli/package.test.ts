import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fastGlob from 'fast-glob';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { KNOWN_EXTRACTORS } from '../extract/catalog/register.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Summary } from '../store/summary-file.ts';
import { METRICS } from '../score/metrics/register.ts';

/**
 * The package as an extractor's repository gets it: packed, installed from the tarball with the dependencies that it
 * states (from npm's cache or registry), and used there, first without the extractors that are its optional peers, then
 * with them. Nothing in it may reach for this checkout.
 */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(REPOSITORY, 'node_modules/typescript/bin/tsc');

const FILES: Record<string, string> = {
  'package.json': '{ "private": true }\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    exclude: ['suite.ts'],
  }),
  // The types of vitest ask for those of Node and of others.
  'tsconfig.suite.json': JSON.stringify({
    extends: './tsconfig.json',
    compilerOptions: { skipLibCheck: true },
    exclude: [],
    files: ['suite.ts'],
  }),
  'assay.config.ts': `
import { defineConfig } from 'assay';

export default defineConfig({
  extractors: {
    mine: './src/mine.ts',
    'mine-1': { module: './src/mine.ts', options: { paragraphs: 1 } },
  },
  corpora: { private: './pages of ours' },
  run: { corpus: ['private', 'builtin'], extractor: ['mine', 'mine-1', 'readability'], workers: 1 },
});
`,
  'src/mine.ts': `
import { defineExtractor } from 'assay';
import { paragraphsOf } from './paragraphs.ts';

export default defineExtractor({
  name: 'paragraphs',
  version: '2.0.0',
  accepts: ['html', 'text'],
  extract(input, { paragraphs }: { paragraphs?: number }) {
    const lines = input.media === 'html' ? paragraphsOf(input.html) : input.text.split('\\n');
    return { text: lines.slice(0, paragraphs).join('\\n') };
  },
});
`,
  'src/paragraphs.ts': `
export function paragraphsOf(html: string): string[] {
  return [...html.matchAll(/<p>(.*?)<\\/p>/gs)].map((match) => match[1] ?? '');
}
`,
  'program.mts': `
import { AssayError, METRICS, POLICIES, openCorpus, run, score } from 'assay';
import type { Corpus, Document, Extraction, Gold, JournalLine, Page, Policy, Summary } from 'assay';

declare const console: { log(text: string): void };

const corpus: Corpus = await openCorpus('private');
const { page, gold }: { page: Page; gold: Gold } = await corpus.read(corpus.pages[0]!);
const extraction: Extraction = { text: 'Alpha beta gamma delta.' };
const policy: Policy = { ...POLICIES.article, name: 'ours', required: ['p'] };
const recall = score(gold, extraction, { policy })['tokens']?.figures['recall'];
const refusal: unknown = await run({ policy: 'none' }).catch((error: unknown) => error);
const lines: JournalLine[] = [];
const { summary }: { summary: Summary } = await run({
  extractors: [{ name: 'again', module: new URL('./src/mine.ts', import.meta.url), options: { paragraphs: 1 } }],
  corpora: [corpus],
  policy,
  out: 'from-program',
  onPage: (line) => lines.push(line),
});
const document: Document = { blocks: [] };
console.log(JSON.stringify({
  page: page.id, recall, refused: refusal instanceof AssayError, lines: lines.length, blocks: document.blocks.length,
  metrics: METRICS.map(({ name }) => name), name: summary.extractors[0]?.name, f1: summary.extractors[0]?.metrics['tokens']?.['f1'],
}));
`,
  'suite.ts': `
import { testCorpus } from 'assay/vitest';
import { expect } from 'vitest';
import mine from './src/mine.ts';
import type { Gold } from 'assay';

declare const gold: Gold;
void testCorpus(mine, { corpus: 'private', page: { f1: 0.5 }, whole: { f1: 0.8 }, options: { paragraphs: 2 } });
expect({ text: 'Alpha beta' }).toScore(gold, { f1: 0.5 });
expect(null).not.toScore(gold, { f1: 0.5 });
`,
  'pages of ours/pages/site.example/one/page.html':
    '<nav><p>Home</p></nav><p>Alpha beta gamma delta.</p><p>Epsilon zeta.</p>',
  'pages of ours/pages/site.example/one/gold.yaml':
    'body:\n  - p: Alpha beta gamma delta.\n  - p: Epsilon zeta.\nboilerplate:\n  - nav: Home\n',
  'pages of ours/pages/site.example/two/page.txt': 'One two three.\nMenu\n',
  'pages of ours/pages/site.example/two/gold.yaml':
    'body:\n  - p: One two three.\nboilerplate:\n  - nav: Menu\n',
};

const folder = temporaryFolder();
let project: string;

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: string[], cwd = project): Promise<Printed> {
  const environment = { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' };
  return promisify(execFile)(file, args, { cwd, env: environment });
}

async function command(file: string, args: string[], cwd = project): Promise<string> {
  return (await run(file, args, cwd)).stdout;
}

async function install(...packages: string[]): Promise<void> {
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await command('npm', ['install', ...quietly, ...packages]);
}

beforeAll(async () => {
  project = join(folder, 'project');
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), content);
  }
  await command('npm', ['pack', '--pack-destination', folder], REPOSITORY);
  await install(
    join(
      folder,
      (await readdir(folder)).find((name) => name.endsWith('.tgz'))!,
    ),
  );
});

test('without the optional peers a run says how to install them, and runs the rest', async () => {
  const empty = join(project, 'empty');
  await mkdir(empty);
  const { stdout, stderr } = await run('npx', ['assay', 'run', '--limit', '20', '--json'], empty);
  const hints = stderr.split('\n').filter((line) => line.startsWith('left out: '));
  expect(hints).toEqual([
    'left out: readability: found no npm package @mozilla/readability; install it: npm install @mozilla/readability@0.6.0 linkedom@0.18.13',
    'left out: defuddle: found no npm package defuddle; install it: npm install defuddle@0.19.4 linkedom@0.18.13',
  ]);
  const { extractors } = JSON.parse(stdout) as Summary;
  expect(extractors.map(({ name }) => name)).toEqual([
    'c4-lines',
    'everything',
    'gopher-lines',
    'justext-lines',
    'longest-block',
    'nothing',
    'oracle',
    'terminal-punctuation',
  ]);
  const named = run('npx', ['assay', 'run', '--extractor', 'readability'], empty);
  await expect(named).rejects.toMatchObject({ code: 2, stderr: `assay: ${hints[0]!.slice(10)}\n` });
});

test('with them they run by name', async () => {
  const packages = ['readability', 'defuddle'].flatMap((name) =>
    Object.entries(KNOWN_EXTRACTORS.find((known) => known.name === name)!.packages!),
  );
  await install(...new Set(packages.map(([name, version]) => `${name}@${version}`)));
  const args = [
    'assay',
    'run',
    '--corpus',
    'builtin',
    '--limit',
    '20',
    '-e',
    'readability',
    '-e',
    'defuddle',
    '--json',
    '--out',
    'peers',
  ];
  const { extractors } = JSON.parse(await command('npx', args)) as Summary;
  expect(extractors.map(({ name, version, pages }) => [name, version, pages.failed])).toEqual([
    ['defuddle', '0.19.4', 0],
    ['readability', '0.6.0', 0],
  ]);
});

test('the package holds what was built, types and the corpus with its licence, and no tests', async () => {
  const installed = join(project, 'node_modules/assay');
  expect((await readdir(installed)).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'corpus',
    'dist',
    'harness',
    'package.json',
    'reports',
  ]);
  expect(await readdir(join(installed, 'corpus'))).toContain('LICENSE');
  const files = await fastGlob('**/*', { cwd: installed, ignore: ['corpus/**'] });
  expect(files).toContain('dist/index.d.ts');
  expect(files).toContain('dist/cli/assay.mjs');
  expect(files).toContain('harness/extract/catalog/python/serve_pages.py');
  const readme = await readFile(join(installed, 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
  expect(links).toContain('reports/leaderboard.md');
  expect(links.filter((link) => !existsSync(join(installed, link)))).toEqual([]);
  const sources =
    /\.test\.|fixtures|\.part$|built-from|^harness\/(?!extract\/catalog\/python\/\w+\.py$|score\/cards\.md$|gate\/pipelines\/|gate\/examples\/)/;
  expect(files.filter((file) => sources.test(file) && !file.endsWith('/README.md'))).toEqual([]);
  expect(files).toContain('harness/score/README.md');
  expect(files).toContain('harness/gate/pipelines/gate.sh');
});

test('assay run takes the project’s TypeScript extractor over its private corpus beside the built-in one', async () => {
  const few = '{site,alsariya,slackwater,coralrangeherald}.example';
  const args = ['assay', 'run', '--pages', few, '--json'];
  const { extractors } = JSON.parse(await command('npx', args)) as Summary;
  expect(extractors.map(({ corpus, name }) => `${corpus} ${name}`)).toEqual([
    'assay mine',
    'assay mine-1',
    'assay oracle',
    'assay readability',
    'private mine',
    'private mine-1',
    'private oracle',
    'private readability',
  ]);
  expect(extractors.map(({ pages }) => pages.failed)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  const [builtIn, , , , mine, first] = extractors;
  expect(builtIn!.pages.scored).toBeGreaterThanOrEqual(3);
  // Page one: 6 tokens matched, 1 surplus. Page two: 3 matched, 1 surplus. All that is required came out.
  expect(mine).toMatchObject({
    version: '2.0.0',
    pages: { scored: 2, skipped: 0 },
    metrics: {
      tokens: {
        precision: { value: expect.closeTo(45 / 56, 12), n: 2 },
        recall: { value: 1, n: 2 },
        f1: { value: expect.closeTo(81 / 91, 12), n: 2 },
      },
    },
  });
  // The first paragraph alone: a menu on page one, everything on page two.
  expect(first!.metrics['tokens']).toMatchObject({
    precision: { value: 0.5, n: 2 },
    recall: { value: 0.5, n: 2 },
    f1: { value: 0.5, n: 2 },
  });
  const [folderOfRun] = await readdir(join(project, 'reports/runs'));
  const description = await readFile(join(project, 'reports/runs', folderOfRun!, 'run.json'), 'utf8');
  expect((JSON.parse(description) as RunDescription).extractors[1]).toMatchObject({
    name: 'mine-1',
    source: './src/mine.ts',
    options: { paragraphs: 1 },
  });
});

test('the types hold for the configuration, the extractor, a suite of tests and a program of the library', async () => {
  await symlink(join(REPOSITORY, 'node_modules/vitest'), join(project, 'node_modules/vitest'), 'dir');
  for (const file of ['tsconfig.json', 'tsconfig.suite.json']) {
    expect(await command(process.execPath, [TSC, '-p', file])).toBe('');
  }
});

test('a program scores and runs with the library', async () => {
  const printed = await command(process.execPath, ['--import', 'tsx', 'program.mts']);
  expect(JSON.parse(printed)).toEqual({
    page: 'site.example/one',
    recall: 4 / 6,
    refused: true,
    lines: 2,
    blocks: 0,
    metrics: METRICS.map(({ name }) => name),
    name: 'again',
    f1: { value: 0.5, n: 2 },
  });
});
