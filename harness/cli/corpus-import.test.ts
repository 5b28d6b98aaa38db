import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(at.folder, name)), { recursive: true });
    await writeFile(join(at.folder, name), content);
  }
}

function wcxbPage(split: string, id: string, url: string, text: string) {
  const truth = {
    title: 'T',
    main_content: text,
    with: ['one'],
    without: ['Menu'],
  };
  return {
    [`wcxb/${split}/ground-truth/${id}.json`]: JSON.stringify({ url, ground_truth: truth }),
    [`wcxb/${split}/html/${id}.html.gz`]: gzipSync(`<p>Part one ${id}, \u00e9.</p><p>Menu</p>`),
  };
}

test('a dataset that was imported scores as it did; what had to change is said', async () => {
  await write({
    ...wcxbPage('dev', '0001', 'https://a.example/1', 'Part one 0001,\u2028\u00e9.'),
    ...wcxbPage('test', '0002', 'https://www.a.example/2', 'Part two'),
    ...wcxbPage('test', '0003', 'https://b.example/3', ''),
  });
  const imported = await at.assayHere('corpus', 'import', 'wcxb:wcxb', '--out', 'mine', '--name', 'own');
  expect(imported).toEqual({
    code: 0,
    stdout: 'own: 3 pages of 2 sites in mine; look at them with "assay corpus check mine"\n',
    stderr: `not kept as it was, on 1 page: texts with characters that gold.yaml does not take, e.g. "Part one 0001, \u00e9."
splits are by site in this format, and the splits of the source share 1 site (a.example): each went to dev if dev has pages of it, so that nothing seen in development is a test; 1 page changed the split
`,
  });
  const run = await at.assayHere('run', '-c', 'wcxb:wcxb', '-c', 'mine', '-e', 'everything', '--out', 'run');
  expect(run.code).toBe(0);
  const lines = await at.readJournal('run');
  const scoresOf = (corpus: string) => {
    const own = lines.filter((line) => line.corpus === corpus);
    return Object.fromEntries(own.map((line) => [line.page.slice(-4), 'metrics' in line && line.metrics]));
  };
  expect(Object.keys(scoresOf('own'))).toHaveLength(3);
  expect(scoresOf('own')).toEqual(scoresOf('wcxb'));
});
