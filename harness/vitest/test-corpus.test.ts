import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { isolationOf } from '../process/isolation.ts';

/** A project with an extractor, a corpus and a suite of vitest, as a user has it. */
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder();
/** Whether what a test starts is kept from gold here. */
const isApart = isolationOf({ hides: [], needs: [] }).startsWith('by namespaces');

const FILES: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }',
  'mine.ts': `
export default {
  name: 'mine', version: '1', accepts: ['html'],
  extract({ html }: { html: string }, { tag = 'p' }: { tag?: string }) {
    if (html.includes('crash')) throw new Error('no such page');
    return { text: [...html.matchAll(new RegExp('<' + tag + '>(.*?)<', 'g'))].map(([, text]) => text).join('\\n') };
  },
};`,
  'mine.test.ts': `
import { testCorpus } from 'assay/vitest';
import mine from './mine.ts';

await testCorpus(mine, { corpus: './corpus', page: { f1: 0.9 }, whole: { recall: 0.7, precision: 1 } });
await testCorpus('nothing', { corpus: './corpus' });
await testCorpus('./spy.mjs', { corpus: './corpus' });
await testCorpus({ ...mine, name: 'other' }, { corpus: './others', page: { f1: 0.9 } });
await testCorpus({ ...mine, name: 'none' }, { corpus: './texts' });
`,
  'spy.mjs': `
import { existsSync } from 'node:fs';
export default {
  name: 'spy', version: '1', accepts: ['html'],
  extract() {
    if (existsSync('corpus/pages/news.example/good/gold.yaml')) throw new Error('saw gold');
    return { text: '' };
  },
};`,
  'corpus/pages/news.example/good/page.html': '<p>One two three four.</p><b>Menu</b>',
  'corpus/pages/news.example/good/gold.yaml': 'body:\n  - p: One two three four.\n',
  'corpus/pages/news.example/half/page.html': '<p>One two.</p><i>Three four.</i>',
  'corpus/pages/news.example/half/gold.yaml': 'body:\n  - p: One two.\n  - p: Three four.\n',
  'corpus/pages/news.example/lost/page.html': '<p>crash</p>',
  'corpus/pages/news.example/lost/gold.yaml': 'body:\n  - p: crash\n',
  'others/pages/a.example/listing/page.html': '<p>Menu</p>',
  'others/pages/a.example/listing/gold.yaml': 'body: []\n',
  'others/pages/a.example/long/page.html': `${'<i>Word.</i>'.repeat(300)}<p>End.</p>`,
  'others/pages/a.example/long/gold.yaml': `body:\n${'  - p: Word.\n'.repeat(300)}  - p: End.\n`,
  'others/pages/a.example/text/page.txt': 'One two.\n',
  'others/pages/a.example/text/gold.yaml': 'body:\n  - p: One two.\n',
  'texts/pages/a.example/text/page.txt': 'One two.\n',
  'texts/pages/a.example/text/gold.yaml': 'body:\n  - p: One two.\n',
};

interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

test('a test for each page and one for the whole run in the suite of the user', async () => {
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await mkdir(join(folder, 'node_modules'));
  await symlink(REPOSITORY, join(folder, 'node_modules/assay'), 'dir');
  await symlink(join(REPOSITORY, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'dir');
  const vitest = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', '.', '--reporter', 'json', '--outputFile', 'results.json'];
  const environment = { ...process.env, NO_COLOR: '1' };
  const ended = promisify(execFile)(process.execPath, args, { cwd: folder, env: environment });
  await expect(ended).rejects.toMatchObject({ code: 1 });
  const { testResults } = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as {
    readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
  };
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(tests.map(({ fullName, status }) => `${fullName}: ${status}`)).toEqual([
    'mine on corpus news.example/good: passed',
    'mine on corpus news.example/half: failed',
    'mine on corpus news.example/lost: failed',
    'mine on corpus the whole: failed',
    'nothing on corpus news.example/good: passed',
    'nothing on corpus news.example/half: passed',
    'nothing on corpus news.example/lost: passed',
    'nothing on corpus the whole: passed',
    ...['news.example/good', 'news.example/half', 'news.example/lost'].map(
      (page) => `spy on corpus ${page}: ${isApart ? 'passed' : 'failed'}`,
    ),
    'spy on corpus the whole: passed',
    'other on others a.example/listing: failed',
    'other on others a.example/long: failed',
    'other on others a.example/text: skipped',
    'other on others the whole: passed',
    'none on texts a.example/text: skipped',
    'none on texts the whole: failed',
  ]);
  const [half, lost, whole] = tests.slice(1, 4).map(({ failureMessages }) => failureMessages.join('\n'));
  expect(half).toMatch(/f1 0\.667, expected at least 0\.9[^]*costliest: [^]*^-Three four\.$/m);
  expect(lost).toContain('no such page');
  // One, a half and nothing of three pages.
  const [listing, long] = tests.slice(-6, -4).map(({ failureMessages }) => failureMessages.join('\n'));
  expect(listing).toContain('text came out of a page with nothing to extract, expected none');
  expect(long).toMatch(/\n… and \d+ more lines; assay explain RUN EXTRACTOR PAGE shows all of a run$/m);
  expect(tests.at(-1)!.failureMessages.join('\n')).toContain('none takes no page of texts');
  expect(whole).toContain('recall 0.500 over 3 pages, expected at least 0.7');
});
