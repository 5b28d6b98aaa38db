import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ASSAY, CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

describe('help and wrong use', () => {
  test('help tells the commands and examples', async () => {
    const { code, stdout } = await at.assayHere('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/run +run extractors over corpora/);
    expect(stdout).toContain('assay run --extractor ./my-extractor.ts');
  });

  test.each([
    [['rnu'], 'assay: unknown command \'rnu\'\n(Did you mean run?)\n"assay --help" tells what it takes'],
    [
      ['extractors', 'tset', './mine.ts'],
      'assay: unknown command \'tset\'\n(Did you mean test?)\n"assay extractors --help" tells what it takes',
    ],
    [['cache', 'prnue'], "assay: unknown command 'prnue'\n(Did you mean prune?)\n"],
    [['cache', 'empty'], "assay: unknown command 'empty'\n(Commands are prune, clear)\n"],
    [['corpus', 'chekc'], "assay: unknown command 'chekc'\n(Did you mean check?)\n"],
    [
      ['run', '--extractor', './serve.py'],
      './serve.py: found a program in another language; a module is written in TypeScript or JavaScript; write jsonl:python3 ./serve.py',
    ],
    [
      ['run', '--extractr', 'x'],
      'assay: unknown option \'--extractr\'\n(Did you mean --extractor?)\n"assay run --help" tells',
    ],
    [
      ['run', '--policy', 'artcle'],
      'unknown policy "artcle": did you mean "article"? Known are article, reader, prose, discussion',
    ],
    [['run', '--workers', '0'], 'It takes a whole number of at least 1.'],
    [['run', '--timeout', '3000000000'], 'It takes milliseconds, at most 1073741824 (12 days).'],
    [['run', '--extractor', 'readabilty'], 'unknown extractor "readabilty": did you mean "readability"?'],
    [['merge', 'a'], 'assay: required option \'--out <dir>\' not specified\n"assay merge --help" tells'],
    [
      ['corpus', 'add'],
      'assay: required option \'--site <site>\' not specified\n"assay corpus add --help" tells',
    ],
    [['run', '--extractor', './none.ts'], 'none.ts'],
    [['reproduce', '--data', 'no/such'], 'found none of the folders aeb, trafilatura in no/such'],
    [['run', '--resume', 'a', '--out', 'b'], 'found both out and resume'],
    [['run', '--extractor', 'nothing', '--corpus', 'aebb:x'], 'did you mean "aeb"?'],
    [['run', '--extractor', 'nothing', '--corpus', 'no/such/folder'], 'no/such/folder'],
  ])('%j ends with 2 and one clear message', async (args, message) => {
    const { code, stdout, stderr } = await at.assayHere(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(await readdir(at.folder)).not.toContain('reports');
  });

  test.each([
    [['--pages', 'zzz'], '--pages could match'],
    [['-e', 'nothing'], 'two extractors are called "nothing"'],
  ])(
    'of pages and extractors, found after these were opened, leaves nothing behind: %j',
    async (args, message) => {
      const corpus = await at.makeCorpus('few', 1);
      const before = (await readdir(at.folder)).filter((name) => name !== '.assay');
      const { code, stdout, stderr } = await at.assay('run', '-c', corpus, '-e', 'nothing', ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      // What an extractor says of itself is kept in its cache.
      expect((await readdir(at.folder)).filter((name) => name !== '.assay')).toEqual(before);
    },
  );
});

test.skipIf(process.platform === 'win32')('a working directory that is gone is told', () => {
  const gone = `mkdir gone && cd gone && rmdir "$PWD" && exec "$0" "$@"`;
  const words = ['-c', gone, process.execPath, ASSAY, 'run', '-e', 'nothing'];
  const { status, stdout, stderr } = spawnSync('/bin/sh', words, { cwd: at.folder, encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    'assay: the working directory is not there any more; go to one that is, and run the command again\n',
  ]);
});

test.runIf(existsSync('/proc/self/limits'))('more workers than files may be open for are refused', () => {
  const words = ['-c', 'ulimit -n 140 && exec "$0" "$@"', process.execPath, ASSAY, 'run', '--workers', '30'];
  const { status, stdout, stderr } = spawnSync('/bin/sh', words, { cwd: at.folder, encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    'assay: workers: found 30, which may have 760 files open at once, and this process may have 140; take at most 1, or allow more (ulimit -n 760)\n',
  ]);
});

test.runIf(existsSync('/dev/full')).each(['metrics', '--help'])(
  'output of %s that cannot be written ends with 2 and one clear message',
  async (word) => {
    const { stderr, code } = await new Promise<{ stderr: string; code: number | null }>((resolve) => {
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [ASSAY, word], { stdio: ['ignore', full, 'pipe'] });
      let text = '';
      child.stderr!.setEncoding('utf8').on('data', (part: string) => (text += part));
      child.on('close', (ended) => {
        closeSync(full);
        resolve({ stderr: text, code: ended });
      });
    });
    expect(stderr).toBe(
      'assay: the output cannot be written (ENOSPC); make room where it goes, or send it elsewhere\n',
    );
    expect(code).toBe(2);
  },
);

describe('what the user named and cannot be read', () => {
  test.each([
    [
      ['run', '-c', './file.py', '-e', 'nothing'],
      '"file.py" is a file; a corpus is a folder with file.py/pages',
    ],
    [['corpus', 'check', './file.py'], '"file.py" is a file; a corpus is a folder'],
    [['corpus', 'check', 'wcxb:./file.py'], 'there is no file.py/dev/ground-truth/*.json'],
    [['corpus', 'check', 'wceb:./file.py'], 'there is no file.py/ground-truth/*.jsonl'],
    [['corpus', 'check', 'webmainbench:./file.py#x'], 'there is no file.py/data/x.jsonl'],
    [['corpus', 'check', 'aeb:./file.py'], 'file.py is a file; aeb:PATH takes'],
    [['corpus', 'check', 'c'], 'c/corpus.yaml cannot be read (EISDIR); see that it is there and may be read'],
  ])('%j ends with 2 and one clear message', async (args, message) => {
    await writeFile(join(at.folder, 'file.py'), 'print(1)\n');
    await at.makeCorpus('c', 1);
    await mkdir(join(at.folder, 'c', 'corpus.yaml'), { recursive: true });
    const { code, stderr } = await at.assayHere(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('bug');
    expect(code).toBe(2);
  });
});

test.each(['stdout', 'stderr'] as const)('ends as it would where nobody reads its %s', async (stream) => {
  const { child, ended } = at.start('metrics', ...(stream === 'stderr' ? ['nosuch'] : ['--json']));
  child[stream]!.destroy();
  const { code, stderr } = await ended;
  expect(code).toBe(stream === 'stderr' ? 2 : 0);
  expect(stderr).toBe('');
});
