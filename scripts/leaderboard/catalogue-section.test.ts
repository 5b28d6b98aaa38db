import { expect, test } from 'vitest';
import type { ListedExtractor } from '../../harness/config/open-extractors.ts';
import { catalogueSection } from './catalogue-section.ts';
import { entryOf, runOf } from '../../harness/report/fixtures/finished-run.ts';

const about = { from: 'assay', description: 'x' } as const;
const runs: ListedExtractor['state'] = {
  runs: true,
  version: '1',
  driver: 'module',
  accepts: ['html'],
  network: 'not used',
};
const missing: ListedExtractor['state'] = { runs: false, problem: '/somewhere/python: no module' };

test('what ran, with its language; what did not, and why', () => {
  const { description } = runOf([entryOf('goose3', 0.9), entryOf('my|own', 0.8)]);
  const [, table, list] = catalogueSection(
    [description],
    [
      { ...about, name: 'defuddle', state: runs },
      { ...about, name: 'trafilatura-fast', state: missing },
      { ...about, name: 'trafilatura', state: missing },
      { ...about, name: 'unfluff', state: missing },
    ],
  );
  expect(table!.split('\n').slice(2)).toEqual([
    '| goose3 | 1.0 | Python | module | Apache-2.0 | refused by namespace |',
    '| my\\|own | 1.0 | – | module | – | refused by namespace |',
  ]);
  const lines = list!.split('\n');
  expect(lines.slice(0, 2)).toEqual([
    '- Not asked for, though set up where this page was made (1): defuddle.',
    '- Not set up where this page was made (3): trafilatura-fast, trafilatura, unfluff. They come by `npm run peers -- trafilatura unfluff`.',
  ]);
  expect(lines[2]).toMatch(/^- Could not be had: \[defuddle-go\]\(https:\S+\), /u);
  // A path of this machine stays here.
  expect(list).not.toContain('somewhere');
});

test('nothing is missing', () => {
  const [, , list] = catalogueSection([runOf([entryOf('goose3', 0.9)]).description], []);
  expect(list!.split('\n')[0]).toBe('- Nothing of the catalogue is missing.');
});
