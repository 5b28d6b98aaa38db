import { expect, test } from 'vitest';
import type { PublishedRowComparison } from './beside-published.ts';
import { publishedSection } from './published-section.ts';

function rowOf(
  extractor: string,
  difference: number,
  over: Partial<PublishedRowComparison> = {},
): PublishedRowComparison {
  return {
    extractor,
    version: '1.0',
    system: extractor,
    publishedVersion: '1.0',
    isSameVersion: true,
    ours: ['0.900'],
    published: ['0.901'],
    largest: { column: 'F1', difference },
    ...over,
  };
}
const comparison = { corpus: 'toy', title: 'A table', source: 'somebody @ 1', columns: ['F1'], leftOut: [] };

test('a difference over 0.003 of the same version without a reason is not explained, and says so', () => {
  const other = { isSameVersion: false, publishedVersion: '0.9' };
  const { largest: _largest, ...notComputed } = rowOf('none', 0);
  const rows = [
    rowOf('near', 0.003),
    rowOf('same', 0.901 - 0.9 - 0.001),
    rowOf('far', -0.004),
    rowOf('known', 0.0041, { reason: 'a page throws' }),
    rowOf('old', 0.2, other),
    rowOf('older', 0.2, { ...other, reason: 'it learned' }),
    rowOf('oldest', 0.001, other),
    notComputed,
    rowOf('go', 0.001, { publishedVersion: 'abc', system: 'go_go' }),
  ];
  const [heading, about, table, count] = publishedSection({ ...comparison, rows });
  expect(heading).toBe('## toy: beside published figures (A table)');
  expect(about).toContain('Published: somebody @ 1. Ours: this run.');
  const lines = table!.split('\n').slice(2);
  expect(lines.map((line) => line.split(' | ').slice(-2).join(' | '))).toEqual([
    '+0.003 F1 | within 0.003 |',
    '0 F1 | within 0.003 |',
    '−0.004 F1 | not explained |',
    '+0.004 F1 | a page throws |',
    '+0.200 F1 | another version |',
    '+0.200 F1 | another version; it learned |',
    '+0.001 F1 | another version, within 0.003 |',
    '– | not computed in this run |',
    '+0.001 F1 | within 0.003 |',
  ]);
  expect(lines[8]).toContain('| go \\(there: go\\_go\\) | 1.0 | abc, the same | 0.900 | 0.901 |');
  expect(count).toBe('Rows of the same version: 5; within 0.003: 3; further off: 2; not explained: far.');
});

test('a run over other pages is not held beside the table', () => {
  const said = publishedSection({ ...comparison, rows: [], incomparable: 'this run took 3 of the 5 pages' });
  expect(said[1]).toBe('Not shown: this run took 3 of the 5 pages.');
  expect(said).toHaveLength(2);
});

test('columns that are left out are named', () => {
  const [, about] = publishedSection({ ...comparison, leftOut: ['accuracy'], rows: [rowOf('a', 0)] });
  expect(about).toContain('Left out: accuracy');
});
