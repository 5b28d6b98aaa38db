import { expect, test } from 'vitest';
import { entryOf, runOf } from '../../harness/report/fixtures/finished-run.ts';
import { speedTable } from './speed-table.ts';

const time = { pages: 4, medianMs: 20, p95Ms: 50, totalMs: 100 };

test('the quickest first; failures by kind; memory; what is no extractor is left out', () => {
  const entries = [
    entryOf('untimed', 0.8, { time: { pages: 0 } }),
    entryOf('slow|one', 0.9, {
      time,
      memory: { medianMb: 99.6, p95Mb: 150, peakMb: 1234.4 },
      pages: { scored: 9, failed: 3, skipped: 0 },
      failures: { threw: 1, timeout: 2 },
    }),
    entryOf('oracle', 1, { baseline: true, time: { pages: 0 } }),
    entryOf('quick', 0.1, { time: { ...time, medianMs: 0.5 } }),
  ];
  const [heading, table] = speedTable(runOf(entries).description, 'toy', entries);
  expect(heading).toBe('## toy: time and memory');
  // Four pages in 100 ms are 40 a second.
  expect(table!.split('\n')).toEqual([
    '| extractor | median ms | p95 ms | pages a second | median MB | peak MB | failed |',
    '| :-- | --: | --: | --: | --: | --: | --: |',
    '| quick | 0.50 | 50.0 | 40.0 | – | – | 0 |',
    '| slow\\|one | 20.0 | 50.0 | 40.0 | 100 | 1,234 | 3 \\(timeout 2, threw 1\\) |',
    '| untimed | – | – | – | – | – | 0 |',
  ]);
});

test('says what was timed, of the drivers of the run alone, and what is older than the run', () => {
  const entries = [entryOf('a', 0.9, { time: { ...time, cached: 3 } }), entryOf('b', 0.8)];
  const { description } = runOf(entries);
  const [module, command] = description.extractors;
  const mixed = { ...description, extractors: [module!, { ...command!, driver: 'command' as const }] };
  const said = speedTable(mixed, 'toy', entries);
  expect(said[2]).toMatch(
    /^Time is measured around the extractor, with 2 workers, .*: of a module the call .*; of a command the round trip/u,
  );
  expect(said[2]).not.toContain('of a service');
  expect(said[3]).toBe('pages answered from the cache, with the times of then: a 3 of 4');
  const alone = { ...description, options: { ...description.options, workers: 1 } };
  expect(speedTable(alone, 'toy', [entryOf('b', 0.8)])).toHaveLength(3);
  expect(speedTable(alone, 'toy', [])[2]).toContain('around the extractor, with one worker: of a module');
  expect(speedTable(alone, 'toy', [])[2]).not.toContain('of a command');
});
