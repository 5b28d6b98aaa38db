import { expect, test } from 'vitest';
import { classChanges } from './class-changes.ts';

test('classes that came and went are summed over pages, the greatest change first', () => {
  const changes = classChanges([
    {
      before: { missing: { 'in-table': 40, lead: 3 }, surplus: { related: 5 } },
      after: { missing: { lead: 3 }, surplus: { related: 12 } },
    },
    { before: undefined, after: { missing: {}, surplus: { related: 20, nav: 2 } } },
    { before: { missing: {}, surplus: { nav: 2 } }, after: undefined },
  ]);
  expect(changes).toEqual([
    { class: 'missing in-table', tokens: -40, pages: 1 },
    { class: 'surplus related', tokens: 27, pages: 2 },
  ]);
});

test('pages without faults change nothing', () => {
  expect(classChanges([{ before: undefined, after: undefined }])).toEqual([]);
});
