import { expect, test } from 'vitest';
import { listExtractors } from './open-extractors.ts';
import { loadConfig } from './load-config.ts';

test('only what is asked for is tried and listed', async () => {
  const listed = await listExtractors(await loadConfig(false), (name) =>
    ['nothing', 'c4-lines'].includes(name),
  );
  expect(listed.map(({ name, state }) => [name, state.runs])).toEqual([
    ['c4-lines', true],
    ['nothing', true],
  ]);
});
