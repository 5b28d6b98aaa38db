import { expect, test } from 'vitest';
import { studentPoint } from './student.ts';

// Points of Student's t as tables print them.
test.each([
  [19, 2.093024],
  [20, 2.085963],
  [30, 2.042272],
  [60, 2.000298],
  [126, 1.978971],
  [1_000, 1.962339],
])('with %d degrees of freedom it is %d', (degrees, point) => {
  expect(studentPoint(degrees)).toBeCloseTo(point, 5);
});
