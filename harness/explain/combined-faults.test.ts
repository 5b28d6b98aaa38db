import { expect, test } from 'vitest';
import { Words, explainMade, makePage } from './fixtures/faulty-page.ts';
import { FAULTS, hasRun } from './fixtures/faults.ts';
import type { Fault } from './fixtures/faults.ts';

const COMBINATIONS = 200;

test('of 200 combinations of two faults at least 95 % are explained right', () => {
  const lot = new Words(7);
  const wrong: string[] = [];
  for (let count = 0; count < COMBINATIONS; count++) {
    const [first, second] = twoFaults(lot);
    const page = makePage(count);
    const blocks = page.perfect.map(({ html }) => html);
    const expected = [...first.inject(blocks, page), ...second.inject(blocks, page)];
    const explanation = explainMade(page, blocks);
    const classes = new Set(expected.map((each) => each.class));
    const isRight =
      expected.every((each) => hasRun(explanation, each)) &&
      [...explanation.surplus, ...explanation.missing].every((run) => classes.has(run.class));
    if (!isRight) wrong.push(`${first.name} + ${second.name}`);
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.05 * COMBINATIONS);
});

/** Two faults that do not touch the same block. */
function twoFaults(lot: Words): [Fault, Fault] {
  for (;;) {
    const [first, second] = [FAULTS[lot.number(FAULTS.length)]!, FAULTS[lot.number(FAULTS.length)]!];
    const touched = new Set(first.touches.filter((index) => index >= 0));
    if (first !== second && !second.touches.some((index) => touched.has(index))) return [first, second];
  }
}
