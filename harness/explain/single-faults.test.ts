import { expect, test } from 'vitest';
import { explainMade, makePage } from './fixtures/faulty-page.ts';
import { FAULTS, hasRun } from './fixtures/faults.ts';

test('an extraction without a fault has nothing to explain', () => {
  const page = makePage(1);
  const { surplus, missing, verdict } = explainMade(
    page,
    page.perfect.map(({ html }) => html),
  );
  expect({ surplus, missing, verdict }).toEqual({ surplus: [], missing: [], verdict: undefined });
});

test.each(FAULTS)('$name: class and element are named, and nothing else is', (fault) => {
  const page = makePage(2);
  const blocks = page.perfect.map(({ html }) => html);
  const expected = fault.inject(blocks, page);
  const explanation = explainMade(page, blocks);
  const { surplus, missing } = explanation;
  const shown = [...surplus, ...missing].map((run) => [run.class, run.place?.path, run.text]);
  expect([expected.filter((each) => !hasRun(explanation, each)), shown]).toEqual([[], shown]);
  const classes = new Set(expected.map((each) => each.class));
  expect([...surplus, ...missing].filter((run) => !classes.has(run.class))).toEqual([]);
});
