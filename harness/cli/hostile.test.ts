import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { isRecord } from '../util/is-record.ts';
import { COMMAND, GOLD, MODULE, PAGES, Place, REFUSED, SERVICE, serve } from './fixtures/hostile-inputs.ts';
import { ASSAY } from './fixtures/command-line.ts';

// Hostile input by every way in, with the command line as a user has it: it ends with 0, 1 or 2, in time, in bounded memory, and
// pages beside it have the scores that they have without it.

const root = new Place(temporaryFolder());
const FIXTURES = fileURLToPath(new URL('../extract/drivers/fixtures/', import.meta.url));

/** Of the harness itself, whatever it was given. */
const MOST_MEGABYTES = 1536;
/** Of the processor, for any command. */
const MOST_SECONDS = 120;
/** What hangs is ended before the test is given up. */
const MOST_MS = 500_000;

/** Writes down what a process has used when it ends. */
const MEASURE = root.write(
  'measure.cjs',
  `const { writeFileSync } = require('node:fs');
   process.on('exit', () => writeFileSync(process.env.ASSAY_TEST_USED, JSON.stringify(process.resourceUsage())));`,
);

let count = 0;
/** Runs a command; how it ended and what it said, with the most memory that it had. */
async function assay(
  args: readonly string[],
  cwd = root.folder,
): Promise<{ code: number | null; said: string }> {
  const used = root.at(`used-${count++}`);
  const child = spawn(process.execPath, ['--require', MEASURE, ASSAY, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ASSAY_TEST_USED: used },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect([0, 1, 2], said.slice(-2000)).toContain(code);
  const { maxRSS, userCPUTime } = JSON.parse(readFileSync(used, 'utf8')) as NodeJS.ResourceUsage;
  expect(maxRSS / 1024).toBeLessThan(MOST_MEGABYTES);
  expect(userCPUTime / 1e6).toBeLessThan(MOST_SECONDS);
  return { code, said };
}

const GOOD = ['one two three four', 'five six', 'seven eight nine ten eleven'];

/** A corpus of good pages with hostile ones between them; gold of a good page is its text. */
function writePages(corpus: string, pages: Readonly<Record<string, string | Uint8Array>>): string {
  const write = (id: string, html: string | Uint8Array, gold: string): void => {
    root.write(`${corpus}/pages/${id}/page.html`, html);
    root.write(`${corpus}/pages/${id}/gold.yaml`, `body:\n  - p: ${gold}\n`);
  };
  for (const [index, text] of GOOD.entries()) write(`${'amz'[index]!}.example/good`, text, text);
  for (const [index, [name, html]] of Object.entries(pages).entries()) {
    write(`${'bny'[index % 3]!}.example/${name.replaceAll(/[^\w-]/gu, '-')}`, html, 'one two');
  }
  return root.at(corpus);
}

/** What became of the pages, by name and extractor: how it ended, and the F1 of good ones. */
function outcomesOf(
  run: string,
): { readonly name: string; readonly became: unknown; readonly f1: unknown }[] {
  return readFileSync(join(run, 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parsed: unknown = JSON.parse(line);
      if (!isRecord(parsed)) throw new Error(line);
      const { page, status, failure, metrics } = parsed as {
        readonly page: string;
        readonly status: string;
        readonly failure?: string;
        readonly metrics?: { readonly tokens: { readonly figures: { readonly f1: unknown } } };
      };
      return { name: page.split('/')[1]!, became: failure ?? status, f1: metrics?.tokens.figures.f1 };
    });
}

/** Each hostile page became what it is to become, for every extractor, and each good one has all its words. */
function expectOutcomes(run: string, becomes: Readonly<Record<string, string>>, extractors: number): void {
  const outcomes = outcomesOf(run);
  const good = outcomes.filter(({ name }) => name === 'good');
  expect(good).toHaveLength(GOOD.length * extractors);
  for (const page of good) expect(page).toEqual({ name: 'good', became: 'extracted', f1: 1 });
  const named = Object.entries(becomes).map(([name, became]) => [name.replaceAll(/[^\w-]/gu, '-'), became]);
  const seen = outcomes.filter(({ name }) => name !== 'good').map(({ name, became }) => [name, became]);
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(named));
}

/** One of the two of each, by its keys. */
function column<T>(table: Readonly<Record<string, readonly unknown[]>>, at: number): Record<string, T> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- the columns of the tables above
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[at] as T]));
}

/** Pages that ask for what they are called. */
function asking(
  names: readonly string[],
  argumentOf: (name: string) => string = () => '',
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `<p>${name}<p>${argumentOf(name)}`]));
}

const LIMITS = ['--timeout', '6000', '--memory', '400', '--workers', '2', '--no-cache'];

test('there are at least sixty of them', () => {
  const tables = [PAGES, MODULE, COMMAND, SERVICE, GOLD, REFUSED].map((table) => Object.keys(table).length);
  expect(tables.reduce((sum, inputs) => sum + inputs)).toBeGreaterThan(60);
});

describe('costs its own page alone', () => {
  test('as a page', async () => {
    const corpus = writePages('pages', column(PAGES, 0));
    const out = root.at('pages-run');
    const { code } = await assay(['run', '--corpus', corpus, '--extractor', 'everything', '--out', out, '--timeout', '60000', '--no-cache']); // prettier-ignore
    expect(code).toBe(0);
    expectOutcomes(out, column(PAGES, 1), 1);
    expect((await assay(['report', out])).code).toBe(0);
    expect((await assay(['score', out, '--out', root.at('pages-again')])).code).toBe(0);
    expectOutcomes(root.at('pages-again'), column(PAGES, 1), 1);
  });

  test('as an answer of a module', async () => {
    const corpus = writePages(
      'module',
      asking(Object.keys(MODULE), (name) => MODULE[name]![0]),
    );
    const out = root.at('module-run');
    await assay(['run', '--corpus', corpus, '--extractor', join(FIXTURES, 'hostile.mjs'), '--out', out, ...LIMITS]); // prettier-ignore
    expectOutcomes(out, column(MODULE, 1), 1);
  });

  test('as output of a command', async () => {
    const corpus = writePages('command', asking(Object.keys(COMMAND)));
    const out = root.at('command-run');
    const command = [process.execPath, join(FIXTURES, 'hostile-command.mjs'), 'jsonl', 'greet'];
    const config = root.write('command.yaml', JSON.stringify({ extractors: { c: { command, protocol: 'jsonl' } } })); // prettier-ignore
    await assay(['run', '--corpus', corpus, '--extractor', 'c', '--config', config, '--out', out, ...LIMITS]);
    expectOutcomes(out, COMMAND, 1);
  });

  test('as an answer of a service', async () => {
    const server = createServer(serve).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const corpus = writePages('service', asking(Object.keys(SERVICE)));
      const out = root.at('service-run');
      const config = root.write('service.yaml', JSON.stringify({ extractors: { s: { http, retries: 0 } } }));
      await assay([
        'run',
        '--corpus',
        corpus,
        '--extractor',
        's',
        '--config',
        config,
        '--out',
        out,
        ...LIMITS,
      ]);
      expectOutcomes(out, column(SERVICE, 1), 1);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('as gold: every one is a problem of its page, and no other page has one', async () => {
    const corpus = writePages('gold', {});
    for (const [name, gold] of Object.entries(GOLD)) {
      root.write(`gold/pages/b.example/${name}/page.html`, 'x');
      root.write(`gold/pages/b.example/${name}/gold.yaml`, gold);
    }
    const { code, said } = await assay(['corpus', 'check', corpus, '--json']);
    expect(code).toBe(1);
    const { corpora } = JSON.parse(said) as { corpora: { problems: { file: string }[] }[] };
    const files = new Set(corpora[0]!.problems.map(({ file }) => file.split('/').at(-2)));
    expect(files).toEqual(new Set(Object.keys(GOLD)));
    expect((await assay(['run', '--corpus', corpus, '--extractor', 'everything'])).code).toBe(2);
  });

  test.each([
    ['what is no entry', () => 'null'],
    ['an end that is cut off', (before: string) => before.slice(0, before.length / 2)],
    ['nothing', () => ''],
  ])('as %s in the cache', async (name, change) => {
    const place = new Place(root.at(`cache of ${name}/x`));
    const corpus = place.corpus();
    const run = (out: string): Promise<{ code: number | null }> =>
      assay(['run', '--corpus', corpus, '--extractor', 'readability', '--out', place.at(out)], place.folder);
    expect((await run('first')).code).toBe(0);
    const files = readdirSync(place.folder, { recursive: true, withFileTypes: true });
    const kept = files.filter((each) => each.isFile() && each.parentPath.includes('cache/'));
    expect(kept.length).toBeGreaterThan(0);
    for (const each of kept) {
      const path = join(each.parentPath, each.name);
      writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');
    }
    expect((await run('second')).code).toBe(0);
    expect(outcomesOf(place.at('second'))).toEqual(outcomesOf(place.at('first')));
  });
});

describe('is one error', () => {
  let run: string;
  beforeAll(async () => {
    const corpus = root.corpus('sound');
    run = root.at('sound-run');
    expect((await assay(['run', '--corpus', corpus, '--extractor', 'everything', '--out', run])).code).toBe(
      0,
    );
  });

  test.concurrent.for(REFUSED)(
    '$entrance: $name',
    async ({ make, says, entrance, name }, { expect: local }) => {
      const place = new Place(root.at(`${entrance} ${name.replaceAll('/', '-')}/x`));
      mkdirSync(place.folder);
      const copy = place.at('sound-run');
      cpSync(run, copy, { recursive: true });
      const { code, said } = await assay(make(place, copy), place.folder);
      local(said).toMatch(says);
      local(code).toBe(2);
      local(existsSync(join(place.folder, 'ran'))).toBe(false);
    },
  );
});
