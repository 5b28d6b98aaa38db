import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadRecordedExtractor } from '../extract/drivers/recorded.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { makeFolders } from '../util/make-folders.ts';
import { openNativeCorpus } from './native.ts';
import { openAeb } from './sources/aeb.ts';
import { openPairs } from './sources/pairs.ts';
import { openWceb } from './sources/wceb.ts';
import { openWebMainBench } from './sources/webmainbench.ts';

const folder = temporaryFolder();
const at = (...path: string[]): string => join(folder, ...path);

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
}

function pipe(path: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  execFileSync('mkfifo', [at(path)]);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  symlinkSync(target, at(path));
}

test('links out of a corpus, named pipes and devices are problems with their names', async () => {
  write('outside.html', '<p>secret</p>');
  link('own/pages/a.example/one/page.html', at('outside.html'));
  write('own/pages/a.example/one/gold.yaml', 'body:\n  - p: secret\n');
  pipe('own/pages/a.example/two/page.html');
  link('own/pages/a.example/two/gold.yaml', '/dev/zero');
  const opened = await openNativeCorpus(at('own'));
  const problems = opened.status === 'faulty' ? opened.problems : [];
  expect(problems.map(({ file, found }) => `${file.slice(at('own/pages/').length)}: ${found}`)).toEqual([
    'a.example/one/page.html: a link that leads out of the folder',
    'a.example/two/gold.yaml: a device',
    'a.example/two/page.html: a named pipe',
  ]);
});

test('so they are in a folder of pairs', async () => {
  link('pairs/a.html', at('outside.html'));
  write('pairs/a.txt', 'secret');
  expect(await openPairs(at('pairs'))).toMatchObject({
    status: 'faulty',
    problems: [{ found: 'a link that leads out of the folder' }],
  });
});

test('the identifiers and links of a dataset stay in its folder', async () => {
  const truth = (id: string): string => JSON.stringify({ [id]: { articleBody: 'x' } });
  write('secret.html.gz', gzipSync('<p>secret</p>'));
  write('up/html/a.html.gz', gzipSync('<p>a</p>'));
  write('up/ground-truth.json', truth('../../secret'));
  await expect(openAeb(at('up'))).rejects.toThrow(
    /secret\.html\.gz leads out of .*up; expected a file in it/u,
  );
  link('linked/html/a.html.gz', at('secret.html.gz'));
  write('linked/ground-truth.json', truth('a'));
  await expect(openAeb(at('linked'))).rejects.toThrow(/a\.html\.gz leads out of .*linked/u);
  pipe('piped/html/a.html.gz');
  write('piped/ground-truth.json', truth('a'));
  await expect(openAeb(at('piped'))).rejects.toThrow(/a\.html\.gz is a named pipe; expected a file/u);
});

test('nor do files with a line a page', async () => {
  const line = '{"page_id":"a","plaintext":"x","track_id":"a","html":"<p>x","groundtruth_content":"x"}\n';
  write('lines.jsonl', line);
  link('combined/ground-truth/a.jsonl', at('lines.jsonl'));
  await expect(openWceb(at('combined'))).rejects.toThrow(
    /a\.jsonl leads out of .*combined; expected a file/u,
  );
  pipe('combined-pipe/ground-truth/a.jsonl');
  await expect(openWceb(at('combined-pipe'))).rejects.toThrow(/a\.jsonl is a named pipe; expected a file/u);
  link('bench/data/a.jsonl', at('lines.jsonl'));
  await expect(openWebMainBench(at('bench'))).rejects.toThrow(
    /a\.jsonl leads out of .*bench; expected a file/u,
  );
  link('bench-zero/data/a.jsonl', '/dev/zero');
  await expect(openWebMainBench(at('bench-zero'))).rejects.toThrow(/a\.jsonl leads out of/u);
  expect(await openWebMainBench(at('lines.jsonl'))).toMatchObject({ status: 'ok' });
});

test('recorded output is not read from a named pipe, nor out of its folder', async () => {
  pipe('recorded.json');
  await expect(loadRecordedExtractor(at('recorded.json'))).rejects.toThrow(/recorded\.json is a named pipe/u);
  link('recorded/a.txt', at('outside.html'));
  await expect(loadRecordedExtractor(at('recorded'))).rejects.toThrow(
    /a\.txt: found a link that leads out of the folder/u,
  );
  write('elsewhere/b.txt', 'secret');
  write('folders/a.txt', 'x');
  link('folders/site.example', at('elsewhere'));
  await expect(loadRecordedExtractor(at('folders'))).rejects.toThrow(
    /site\.example: found a link that leads out of the folder/u,
  );
  write('devices/a.txt', 'x');
  link('devices/b.txt', '/dev/zero');
  await expect(loadRecordedExtractor(at('devices'))).rejects.toThrow(/b\.txt: found a device/u);
});

test.runIf(process.platform === 'linux')(
  'folders below /proc cannot be made, which is told at once',
  async () => {
    await expect(makeFolders('/proc/none/x/y')).rejects.toThrow(/ENOENT/u);
    await makeFolders(at('new/a/b'));
    await expect(makeFolders(at('outside.html', 'x'))).rejects.toThrow(/ENOTDIR/u);
  },
);
