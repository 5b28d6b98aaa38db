import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import pc from 'picocolors';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fieldsOf } from '../analyse/compare-field.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { Verdict } from '../gate/verdict.ts';
import { POLICIES } from '../model/policy.ts';
import { corpusOf, extractorOf } from '../run/fixtures/toy-run.ts';
import { planPages } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { readRun, readSummary } from '../store/read-run.ts';
import { AssayError } from '../util/error.ts';
import { printableLines } from '../util/printable.ts';
import { pagesCsv } from './csv.ts';
import { fieldText } from './field-comparison.ts';
import { githubReporter } from './github.ts';
import { writeReport } from './html.ts';
import { runSuites, verdictSuites } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { finishedRun } from './reporter.ts';
import type { FinishedRun } from './reporter.ts';
import { terminalReport } from './terminal.ts';
import { verdictMarkdown } from './verdict-markdown.ts';
import { verdictText } from './verdict-text.ts';

// A run folder of somebody else in which every text that may be any text holds all of this: HTML, Markdown, what GitHub makes a
// link of, escape sequences, directions of text, commands of a log, formulas.

const HOSTILE = `=cmd|'/C calc'!A0
::error::gotcha
##[group]x <img src=x onerror=alert(1)></script><script>alert(2)</script><!-- ]]> "' &lt;
# heading [link](https://evil.example) ![i](https://evil.example/i.png) <https://evil.example> https://evil.example www.evil.example @octocat #1 GH-2 a|b \`c\` $x$ \u001B[2J\u001B]8;;https://evil.example\u0007x\u001B]8;;\u0007\u009B31m\u202E\u2066\u200F\u2028\u0085\r\u0000end`;

/** What no output may hold: controls other than line breaks and tabs, and what turns text around. */
const UNSEEN = /[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u2028\u2029]/u;

const folder = temporaryFolder();
let run: FinishedRun;
/** Texts that became hostile, and those that have to be what they are. */
const changed: string[] = [];
const kept: string[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

beforeAll(async () => {
  const whole = join(folder, 'whole');
  const failing = extractorOf('failing', ({ id }) =>
    id.endsWith('1')
      ? { status: 'failed', failure: 'threw', message: 'a message', stack: 'at stack (a.ts:1:1)', output: 'some output' }
      : { status: 'extracted', extraction: { text: `a b c ${id}` }, ms: 1 },
  ); // prettier-ignore
  const skipping = extractorOf('skipping', ({ id }) =>
    id.endsWith('2')
      ? { status: 'skipped', reason: 'some reason' }
      : { status: 'extracted', extraction: { text: 'x' } },
  );
  await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: { ...corpusOf(6), version: 'version of corpus' }, source: 'source of corpus' }], {}),
    extractors: [failing, { ...skipping, version: 'version of extractor' }],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048, pages: '**' },
    label: 'a label',
    out: whole,
  }); // prettier-ignore
  const copy = join(folder, 'hostile');
  await cp(whole, copy, { recursive: true });
  await makeHostile(copy);
  const record = await readRun(copy);
  const summary = await readSummary(record);
  run = finishedRun({ ...record, summary }, POLICIES.article, () => Promise.resolve(undefined));
});

const FILES = ['run.json', 'results.jsonl', 'summary.json'];

/** Puts hostile text before every text of a run folder, the same one everywhere, as far as the folder is read then. */
async function makeHostile(copy: string): Promise<void> {
  const sources = await Promise.all(FILES.map((file) => readFile(join(copy, file), 'utf8')));
  const texts = new Set<string>();
  for (const source of sources) eachText(source, (text) => texts.add(text) && text);
  const hostile = new Map<string, string>();
  const now = (): string[] => sources.map((source) => eachText(source, (text) => hostile.get(text) ?? text));
  for (const text of texts) {
    hostile.set(text, `${HOSTILE}${text}`);
    if (await isRead(copy, now())) changed.push(text);
    else {
      hostile.delete(text);
      kept.push(text);
    }
  }
  expect(await isRead(copy, now())).toBe(true);
}

/** JSON, or lines of it, with other texts in the place of its own. */
function eachText(source: string, other: (text: string) => string): string {
  const revive = (_: string, value: unknown): unknown => (typeof value === 'string' ? other(value) : value);
  const lines = source.startsWith('{\n') ? [source] : source.trimEnd().split('\n');
  return lines.map((line) => `${JSON.stringify(JSON.parse(line, revive))}\n`).join('');
}

async function isRead(copy: string, sources: readonly string[]): Promise<boolean> {
  for (const [index, file] of FILES.entries()) await writeFile(join(copy, file), sources[index]!);
  try {
    const record = await readRun(copy);
    finishedRun({ ...record, summary: await readSummary(record) }, POLICIES.article, () =>
      Promise.resolve(undefined),
    );
    return true;
  } catch (error) {
    if (error instanceof AssayError) return false;
    throw error;
  }
}

const VERDICT: Verdict = {
  schema: 'assay/verdict@1',
  assay: HOSTILE,
  verdict: 'fail',
  extractors: [
    {
      extractor: HOSTILE,
      corpus: HOSTILE,
      version: { before: HOSTILE, after: HOSTILE },
      metric: HOSTILE,
      figure: HOSTILE,
      pages: 3,
      before: 0.9,
      after: 0.5,
      better: 0,
      worse: 1,
      same: 2,
      findings: [
        { rule: HOSTILE, fails: true, page: HOSTILE, site: HOSTILE, text: HOSTILE, before: 1, after: 0 },
        { rule: HOSTILE, fails: false, slice: HOSTILE, text: HOSTILE },
      ],
      classes: [{ class: HOSTILE, tokens: 3, pages: 1 }],
      changes: [
        {
          page: HOSTILE,
          site: HOSTILE,
          before: 1,
          after: 0,
          classes: [{ class: HOSTILE, tokens: 3, pages: 1 }],
        },
      ],
      acknowledged: [
        { page: HOSTILE, site: HOSTILE, before: 1, after: 0.5, classes: [], reason: HOSTILE, until: HOSTILE },
      ],
      unstable: [HOSTILE],
      added: [HOSTILE],
      changed: [HOSTILE],
    },
  ],
  problems: [HOSTILE],
  touched: { acknowledgements: 1, settings: [HOSTILE] },
};

test('every text that is none of a vocabulary was made hostile', () => {
  expect(changed).toEqual(
    expect.arrayContaining([
      'toy',
      'failing',
      'skipping',
      'version of extractor',
      'version of corpus',
      'source of corpus',
      './failing.ts',
      'a label',
      'a message',
      'at stack (a.ts:1:1)',
      'some output',
      'some reason',
      's1/p1',
      's1',
      '**',
      process.version.slice(1),
    ]),
  );
  expect(kept).toContain('not used');
  expect(kept).toContain('threw');
  expect(kept).toContain(run.description.started);
});

/** What a page may not have of a text that is shown: elements and links that it does not make itself. */
function expectPlainMarkdown(markdown: string): void {
  expect(markdown).not.toMatch(UNSEEN);
  const html = markdownIt({ html: true, linkify: true }).render(markdown);
  const tags = new Set([...html.matchAll(/<\/?([a-z!][\w-]*)/giu)].map(([, tag]) => tag!.toLowerCase()));
  for (const tag of ['img', 'script', 'a', '!--']) expect([...tags]).not.toContain(tag);
  // The title of the report, if it has one.
  expect([...html.matchAll(/<h1/gu)].length).toBeLessThanOrEqual(1);
  // Outside of code, where GitHub makes nothing of them.
  const prose = markdown
    .split('\n')
    .filter((line) => !line.startsWith('    '))
    .join('\n');
  expect(prose).not.toMatch(/@octocat|(?<!&)#1|GH-2|:\/\/evil|www\.evil/u);
}

function expectPlainLines(text: string): void {
  expect(text).not.toMatch(UNSEEN);
  // As `show` lets it out.
  expect(printableLines(text)).not.toMatch(/^\s*::|##\[/mu);
}

/** Well-formed: tags are closed in order, and attributes hold no markup. */
function expectXml(xml: string): void {
  expect(xml).not.toMatch(UNSEEN);
  const open: string[] = [];
  // A failure has text, a line for what was found.
  const rest = xml
    .replaceAll(/(?<=<failure [^>]*>)[^<\n]*(?=<\/failure>)/gu, '')
    .replaceAll(
      /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/gu,
      (_, end: string, name: string, __, isClosed: string) => {
        if (end === '/') expect(open.pop()).toBe(name);
        else if (isClosed === '') open.push(name);
        return '';
      },
    );
  expect(open).toEqual([]);
  expect(rest.replace('<?xml version="1.0" encoding="UTF-8"?>', '').trim()).toBe('');
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/u);
}

describe('a run whose every text is hostile', () => {
  test('in the terminal', () => {
    for (const text of [terminalReport(run, pc), ...fieldsOf(run).map((field) => fieldText(field, pc))]) {
      expectPlainLines(text);
    }
  });

  test('as Markdown', () => expectPlainMarkdown(markdownReport(run)));

  test('as JUnit', () => expectXml(runSuites(run)));

  test('as CSV', () => {
    const csv = pagesCsv(run);
    expect(csv.replaceAll('\r\n', '\n')).not.toMatch(UNSEEN);
    // No cell, quoted or not, begins with what a spreadsheet computes.
    expect(csv).not.toMatch(/(?:^|[,\n])"?\s*[=+@]/u);
  });

  test('in annotations of GitHub', async () => {
    const printed: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk));
      return true;
    });
    const file = join(folder, 'step-summary.md');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    await githubReporter().onRunEnd!(run);
    await githubReporter().onVerdict!(VERDICT, folder);
    vi.restoreAllMocks();
    const lines = printed.join('').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error|warning) title=Assay::/u);
      expect(line).not.toMatch(UNSEEN);
    }
    expectPlainMarkdown(await readFile(file, 'utf8'));
  });

  test('in report.html, whose markup is that of the app alone', async () => {
    const file = join(folder, 'report.html');
    await writeReport(run, file);
    const html = await readFile(file, 'utf8');
    expect(html).not.toContain('evil.example');
    expect(html).not.toContain('onerror=alert');
    expect(html).not.toContain('octocat');
  });
});

describe('a verdict whose every text is hostile', () => {
  test('in the terminal', () => expectPlainLines(verdictText(VERDICT, pc)));
  test('as Markdown', () => expectPlainMarkdown(verdictMarkdown(VERDICT)));
  test('as JUnit', () => expectXml(verdictSuites(VERDICT, '2026-11-29T12:00:00.000Z')));
});
