import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadRecordedExtractor } from './recorded.ts';

const folder = temporaryFolder();

function page(corpus: string, id: string, second?: string): void {
  const home = join(folder, corpus, 'pages', id);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'page.txt'), 'One.\nMenu\n');
  writeFileSync(join(home, 'gold.yaml'), 'body:\n  - p: One.\n');
  if (second !== undefined) writeFileSync(join(home, 'gold.second.yaml'), second);
}

test('second labels are the output of a baseline; a page without one is skipped', async () => {
  page(
    'mine',
    'a.example/one',
    'body:\n  - h2?: Head\n  - p: One.\n  - ui: Menu\ncomments:\n  - p: First!\n',
  );
  page('mine', 'a.example/two');
  const human = await loadRecordedExtractor(join(folder, 'mine'));
  expect(human).toMatchObject({ name: 'human', baseline: true, driver: 'recorded' });
  const session = await human.open({ workers: 1, timeoutMs: 1, corpus: 'mine' });
  const extract = (id: string) =>
    session.extract({ id, site: 'a.example', media: 'text', bytes: Buffer.alloc(0) });
  expect(await extract('a.example/one')).toEqual({
    status: 'extracted',
    extraction: { html: '<h2>Head</h2>\n<p>One.</p>' },
  });
  expect(await extract('a.example/two')).toEqual({ status: 'skipped', reason: 'has no second label' });
});

test('one with a problem is refused', async () => {
  page('faulty', 'a.example/one', 'body:\n  - pp: One.\n');
  await expect(loadRecordedExtractor(join(folder, 'faulty'))).rejects.toThrow('a second label has a problem');
});
