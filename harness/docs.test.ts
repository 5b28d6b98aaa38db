import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { makeProgram } from './cli/main.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGES = fastGlob.sync('**/*.md', { cwd: ROOT, ignore: ['**/node_modules', 'reports/runs', 'dist'] });

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** A page without its code, in which brackets are no links. */
function prose(page: string): string {
  return read(page)
    .replaceAll(/^```[^]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '`');
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, text]) =>
    text!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(PAGES)('links of %s lead somewhere', (page) => {
  const links = [...prose(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const dead = links.filter(([, path, anchor]) => {
    const target = path === '' ? page : normalize(join(dirname(page), path!));
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

test('the README of the command line has every command with all its options, and no others', async () => {
  const synopsis = /# Commands\n\n```\n([^]*?)```/
    .exec(read('harness/cli/README.md'))![1]!
    .replaceAll(/\n +/g, ' ');
  const listed = synopsis.trim().split('\n');
  const commands = leavesOf(await makeProgram());
  expect(listed.map((line) => nameIn(line, commands))).toEqual(expect.arrayContaining([...commands.keys()]));
  for (const line of listed) {
    const options = (line.match(/--[a-z-]+/g) ?? []).toSorted();
    expect([nameIn(line, commands), options]).toEqual([
      nameIn(line, commands),
      commands.get(nameIn(line, commands)),
    ]);
  }
});

test('commands that pages show take the options that they are shown with, and their YAML is YAML', async () => {
  const commands = leavesOf(await makeProgram());
  const texts = PAGES.filter((page) => page.endsWith('README.md')).map(read);
  const shown = texts.flatMap((text) => text.match(/(?<![\w./])assay (?:[a-z]+ )+[^`\n]*--[^`\n]*/g) ?? []);
  expect(shown.length).toBeGreaterThan(30);
  for (const line of shown) {
    const known = commands.get(nameIn(line, commands)) ?? [];
    const options = line.replaceAll(/'[^']*'| -- .*/g, '').match(/(?<=[\s[])--[a-z-]+/g) ?? [];
    expect([line, options.filter((option) => !known.includes(option))]).toEqual([line, []]);
  }
  const blocks = texts.flatMap((text) => [...text.matchAll(/^```yaml\n([^]*?)^```/gm)]);
  expect(blocks.length).toBeGreaterThan(5);
  for (const [, block] of blocks) expect(parseDocument(block!).errors).toEqual([]);
});

/** What does something, by the words that call it, with the long names of its options. */
function leavesOf(command: Command, before: readonly string[] = []): Map<string, string[]> {
  const words = [...before, command.name()];
  const own = command.options.map(({ long }) => long!).filter((long) => long !== '--version');
  const below = command.commands.flatMap((each) => [...leavesOf(each, words)]);
  const does = own.length > 0 && command.name() !== 'assay';
  return new Map([...(does ? [[words.join(' '), own.toSorted()] as const] : []), ...below]);
}

/** The longest command that a line of the synopsis begins with. */
function nameIn(line: string, commands: ReadonlyMap<string, unknown>): string {
  const names = [...commands.keys()].filter((name) => `${line} `.startsWith(`${name} `));
  return names.toSorted((a, b) => b.length - a.length)[0] ?? line;
}

test('figures and ranks of the README are those of the leaderboards', () => {
  const sections = new Map(
    read('reports/leaderboard.md')
      .split(/^## /m)
      .map((section) => [section.split('\n', 1)[0]!.replace(/ · .*/, ''), rowsOf(section)]),
  );
  const cell = (corpus: string, name: string, column: string): string =>
    sections.get(corpus)!.get(name)![column]!;
  const rows = [...rowsOf(/## Which extractor\n([^]*?)\n## /.exec(read('README.md'))![1]!)];
  expect(rows.length).toBeGreaterThan(10);
  for (const [name, row] of rows) {
    const ranked = (corpus: string, metric: string): string =>
      `${cell(corpus, name, `${metric} F1`)} (${cell(corpus, name, 'rank')})`;
    expect([name, row['aeb F1 (rank)']]).toEqual([name, ranked('aeb', 'tokens')]);
    expect([name, row['trafilatura F1 (rank)']]).toEqual([name, ranked('trafilatura', 'segments')]);
    expect([name, row['wcxb F1 (rank)']]).toEqual([name, ranked('wcxb', 'tokens')]);
    expect([name, row['peak MB']]).toEqual([name, cell('aeb: time and memory', name, 'peak MB')]);
    const ms = Number(cell('aeb: time and memory', name, 'median ms'));
    expect(Math.abs(Number(row['median ms']) - ms)).toBeLessThanOrEqual(ms < 10 ? 0.05 : 0.5);
  }
});

/** The rows of the first table of a text, by extractor, each by the heads of its columns. */
function rowsOf(text: string): Map<string, Record<string, string>> {
  const [table = ''] = /(?:^\|.*\n?)+/m.exec(text) ?? [];
  const [heads = [], , ...rows] = table.trim().split('\n').map(cellsOf); // prettier-ignore
  const named = rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])));
  return new Map(named.map((row) => [row['extractor']?.replace(' \\*', '') ?? '', row]));
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
