import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';
import { terminalLink } from './terminal-link.ts';

const at = CommandLine.inNewFolder();
let corpus: string;

describe('assay report', () => {
  beforeAll(async () => {
    corpus = await at.makeCorpus('toy', 2);
    const run = await at.assayHere('run', '-c', corpus, '-e', 'everything', '-e', 'nothing', '--label', 'first', '--out', 'reports/runs/first', '--reporter', 'json'); // prettier-ignore
    expect([run.code, run.stderr.includes('Report')]).toEqual([0, false]);
  });

  test('makes any report of a run that is kept; the one to look at is named last', async () => {
    const { code, stdout, stderr } = await at.assayHere('report', 'first');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^everything \* +2 /m);
    expect(stderr).toMatch(/Report: reports\/runs\/first\/report\.html\n$/);
    const printed = await at.assayHere('report', 'first', '--reporter', 'terminal');
    expect(printed.stdout).toContain('signatures of figures: in report.html');
    const other = await at.assayHere('report', 'first', '--reporter', 'csv,junit');
    expect([other.code, other.stdout]).toEqual([0, '']);
    const files = await readdir(join(at.folder, 'reports/runs/first'));
    for (const file of ['report.html', 'report.md', 'pages.csv', 'junit.xml']) expect(files).toContain(file);
  });

  test('has the texts of the pages that were asked for', async () => {
    const texts = async (...args: string[]): Promise<number> => {
      const { code } = await at.assayHere('report', 'first', '--reporter', 'html', ...args);
      expect(code).toBe(0);
      const source = await readFile(join(at.folder, 'reports/runs/first/report.html'), 'utf8');
      return source.match(/<script type="text\/plain" id="p\d+">[^<]+</gu)?.length ?? 0;
    };
    expect(await texts()).toBe(2);
    expect(await texts('--report-pages', 'worst:1')).toBe(1);
    const wrong = await at.assayHere('report', 'first', '--report-pages', 'best');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('expected all, or worst: and a whole number, e.g. worst:200');
    await rm(join(at.folder, corpus, 'pages'), { recursive: true });
    expect(await texts()).toBe(0);
  });
});

test('a path is a link where the terminal is known to make one', () => {
  const link = (env: NodeJS.ProcessEnv, isTerminal = true): string =>
    terminalLink('run/report.html', '/run/report.html', env, isTerminal);
  const asLink = '\u001b]8;;file:///run/report.html\u001b\\run/report.html\u001b]8;;\u001b\\';
  expect(link({ TERM_PROGRAM: 'vscode' })).toBe(asLink);
  expect(link({ VTE_VERSION: '7600' })).toBe(asLink);
  expect(link({ TERM: 'xterm' })).toBe('run/report.html');
  expect(link({ TERM_PROGRAM: 'vscode', NO_COLOR: '1' })).toBe('run/report.html');
  expect(link({ TERM_PROGRAM: 'vscode' }, false)).toBe('run/report.html');
});
