import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { bisect } from './bisect.ts';
import type { Bisected } from './bisect.ts';
import type { BisectSettings } from '../settings.ts';

/** An extractor of sixteen commits. Each keeps what those before it do, but for what it mends or breaks. */
const HISTORY: readonly (readonly [subject: string, code: string])[] = [
  ['first version', ''],
  ['harmless', '// a comment'],
  ['gains a word', "text = text.replace('menu', '');"],
  ['loses half of one page', "if (text.startsWith('a')) text = text.split(' ').slice(0, 2).join(' ');"],
  ['harmless again', '// another comment'],
  ['renames', '// no name'],
  ['loses Japanese', "if (text.startsWith('j')) text = text.split(' ').slice(0, 3).join(' ');"],
  ['does not load', 'this is no code'],
  ['loads again', '// it does'],
  ['tidies', '// tidy'],
  ['crashes on one page', "if (text.startsWith('b')) throw new Error('b');"],
  ['harmless too', '// nothing'],
  ['leaves one page empty', "if (text.startsWith('c')) text = '';"],
  ['comments', '// comments'],
  ['is slow', 'await new Promise((done) => setTimeout(done, 20));'],
  ['last', '// the end'],
];

const folder = temporaryFolder();
const commits: string[] = [];
const before = process.cwd();

beforeAll(() => {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  let lines: string[] = [];
  const stream = HISTORY.map(([subject, code], index) => {
    const broken = code === 'this is no code';
    if (!broken) lines = [...lines, code];
    const source = `export default {
  name: 'mine', version: '${index}', accepts: ['text'],
  async extract(input) { let text = input.text; ${(broken ? [...lines, code] : lines).join('\n')}
    return { text }; } };\n`;
    const who = `committer T <t@example.org> ${1_700_000_000 + index} +0000`;
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    return `commit refs/heads/main\n${who}\n${data(subject)}M 644 inline mine.mjs\n${data(source)}\n`;
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: stream.join('') });
  commits.push(...git('rev-list', '--reverse', 'main').trim().split('\n'));
  for (const page of ['a', 'b', 'c', 'd', 'j1', 'j2']) {
    const place = join(folder, 'corpus/pages/news.example', page);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'page.txt'), `${page} two three four\nmenu\n`);
    const language = page.startsWith('j') ? 'ja' : 'en';
    writeFileSync(join(place, 'gold.yaml'), `language: ${language}\nbody:\n  - p: ${page} two three four\n`);
  }
  mkdirSync(join(folder, 'tmp'));
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  vi.unstubAllEnvs();
});

function find(settings: Partial<BisectSettings>): Promise<Bisected> {
  return bisect({
    good: commits[0]!,
    bad: 'main',
    extractor: './mine.mjs',
    corpus: './corpus',
    config: false,
    ...settings,
  });
}

test.each([
  ['a page that lost half', { page: 'news.example/a' }, 3, undefined],
  ['a slice', { slice: 'language=ja' }, 6, undefined],
  ['a page by a part of its name', { page: 'e/a' }, 3, undefined],
  ['a page that crashes', { page: 'news.example/b' }, 10, expect.stringMatching(/^threw: .*b/)],
  ['a page that comes out empty', { page: 'news.example/c' }, 12, undefined],
])('%s is found, the work tree is removed', async (_, settings, expected, problems) => {
  const { lost, runs } = await find(settings);
  expect(lost.map(({ subject, state, problem }) => [subject, state, problem])).toEqual([
    [HISTORY[expected]![0], commits[expected], problems],
  ]);
  // Both ends, and log₂ 15 more; one more where the commit that does not load lies in the way.
  expect(runs).toBeLessThanOrEqual(7);
  expect(execFileSync('git', ['worktree', 'list'], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(1);
  expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('assay-bisect-'))).toEqual([]);
});

test('where the commits between do not run all of them are named', async () => {
  const { lost } = await find({ good: commits[5]!, bad: commits[8]!, slice: 'language=ja' });
  expect(lost.map(({ subject }) => subject)).toEqual(['loses Japanese']);
  await expect(find({ good: commits[5]!, bad: commits[7]! })).rejects.toThrow(
    /does not run: .*name another one/s,
  );
});

test('what cannot be looked for is refused', async () => {
  await expect(find({ good: 'nothing' })).rejects.toThrow('git knows no revision nothing here');
  await expect(find({ good: 'main', bad: commits[0]! })).rejects.toThrow(/does not come after/);
  await expect(find({ page: 'news.example/d' })).rejects.toThrow(/nothing was lost/);
  await expect(find({ page: 'none' })).rejects.toThrow(
    /^corpus has no page that is called "none", or something with it/,
  );
  await expect(find({ page: 'news' })).rejects.toThrow(
    /"news" fits several pages of corpus: news\.example\/a, /,
  );
  await expect(find({ page: 'a', slice: 'b' })).rejects.toThrow(/both a page and a slice/);
});
