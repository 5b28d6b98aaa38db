import { describe, expect, test } from 'vitest';
import { KNOWN_EXTRACTORS } from '../../harness/extract/catalog/register.ts';
import { entryOf, runOf } from '../../harness/report/fixtures/finished-run.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';
import { readPublishedTables } from '../../harness/reproduce/published-table.ts';
import type { PublishedTable } from '../../harness/reproduce/published-table.ts';
import { besidePublished, readPublishedPeers } from './beside-published.ts';
import type { PublishedPeer } from './beside-published.ts';

const table: PublishedTable = {
  file: 'toy-table',
  title: 'Toy',
  source: 'nowhere @ 1',
  data: 'toy',
  columns: {
    F1: { metric: 'shingles', figure: 'f1' },
    recall: { metric: 'tokens', figure: 'recall' },
    accuracy: { metric: 'exact', figure: 'accuracy' },
  },
  rows: [
    {
      system: 'a_there',
      version: '1.0',
      cells: { F1: '0.900 ± 0.010', recall: '.905', accuracy: '0.100' },
    },
    { system: 'old', version: '0.9', cells: { F1: '0.700', recall: '0.700', accuracy: '0.100' } },
    { system: 'gone', version: '1.0', cells: { F1: '0.700', recall: '0.700', accuracy: '0.100' } },
  ],
};

function wholeRun(...entries: Parameters<typeof runOf>[0]): FinishedRun {
  const run = runOf(entries);
  const corpora = [{ ...run.description.corpora[0]!, selected: 5 }];
  return { ...run, description: { ...run.description, corpora } };
}

const peerOf = (extractor: string, system: string, over: Partial<PublishedPeer> = {}): PublishedPeer => {
  return { extractor, table: 'toy-table', system, ...over };
};

describe('a run beside published tables', () => {
  test('figures are printed alike; the largest difference is that of what is printed', () => {
    const [toy, ...others] = besidePublished(
      wholeRun(entryOf('a', 0.9014), entryOf('b', 0.8)),
      [table],
      [peerOf('a', 'a_there'), peerOf('b', 'old'), peerOf('absent', 'gone')],
    );
    expect(others).toEqual([]);
    expect(toy).toMatchObject({ corpus: 'toy', columns: ['F1', 'recall'], leftOut: ['accuracy'] });
    expect(toy!.rows).toHaveLength(2);
    // 0.9014 is printed 0.901 and .901.
    expect(toy!.rows[0]).toMatchObject({
      extractor: 'a',
      isSameVersion: true,
      ours: ['0.901', '.901'],
      published: ['0.900', '.905'],
      largest: { column: 'recall', difference: expect.closeTo(-0.004, 9) },
    });
    expect(toy!.rows[1]).toMatchObject({ publishedVersion: '0.9', isSameVersion: false });
  });

  test('a version can be written otherwise, and a reason is of one version of ours', () => {
    const explained = { version: '1.0', reason: 'a page throws' };
    const peers = [
      peerOf('a', 'a_there', { explained }),
      peerOf('b', 'old', { same: '1.0', explained: { ...explained, version: '2.0' } }),
    ];
    const [toy] = besidePublished(wholeRun(entryOf('a', 0.5), entryOf('b', 0.5)), [table], peers);
    expect(toy!.rows.map(({ isSameVersion, reason }) => [isSameVersion, reason])).toEqual([
      [true, 'a page throws'],
      [true, undefined],
    ]);
  });

  test('a figure that the run has not is a gap, and another extractor of the name is not meant', () => {
    const run = wholeRun(entryOf('a', undefined), entryOf('b', 0.5));
    const [a, b] = run.description.extractors;
    const renamed = {
      ...run,
      description: { ...run.description, extractors: [a!, { ...b!, source: './b.ts' }] },
    };
    const [toy] = besidePublished(renamed, [table], [peerOf('a', 'a_there'), peerOf('b', 'old')]);
    expect(toy!.rows).toHaveLength(1);
    expect(toy!.rows[0]).toMatchObject({ ours: ['–', '–'] });
    expect(toy!.rows[0]).not.toHaveProperty('largest');
  });

  test('other pages or another policy are not compared, other corpora not mentioned', () => {
    const run = wholeRun(entryOf('a', 0.9));
    const partial = { ...run, description: runOf([]).description };
    const peers = [peerOf('a', 'a_there')];
    expect(besidePublished(partial, [table], peers)[0]).toMatchObject({
      incomparable: 'this run took 3 of the 5 pages',
      rows: [],
    });
    const prose = { ...run, description: { ...run.description, policy: 'prose' } };
    expect(besidePublished(prose, [table], peers)[0]!.incomparable).toBe(
      'this run is under the policy prose',
    );
    const elsewhere = { ...table, data: 'elsewhere' };
    expect(besidePublished(run, [elsewhere], peers)).toEqual([]);
  });
});

test('every peer is a known extractor and a row of a table', async () => {
  const [tables, peers] = await Promise.all([readPublishedTables(), readPublishedPeers()]);
  const known = new Set(KNOWN_EXTRACTORS.map(({ name }) => name));
  for (const { extractor, table: file, system, explained } of peers) {
    expect(known, extractor).toContain(extractor);
    const found = tables.find((each) => each.file === file);
    const systems = found !== undefined && 'rows' in found ? found.rows.map((row) => row.system) : [];
    expect(systems, `${file} ${system}`).toContain(system);
    if (explained !== undefined) expect(Object.keys(explained)).toEqual(['version', 'reason']);
  }
  const places = peers.map(({ extractor, table: file }) => `${extractor} ${file}`);
  expect(new Set(places).size).toBe(places.length);
});
