import { expect, test } from 'vitest';
import { segments } from '../score/metrics/segments.ts';
import { tokens } from '../score/metrics/tokens.ts';
import type { PageScore } from '../model/score.ts';
import { unknownFloors } from './floors.ts';
import type { FloorGround } from './floors.ts';

const text: PageScore = {
  counts: { required: 2, surplus: 0 },
  figures: { precision: 1, recall: 0.5, f1: 2 / 3, rejects: { undefined: 'something-required' } },
};
const none = { undefined: 'nothing-required' } as const;
const nothing: PageScore = {
  counts: { required: 0, surplus: 0 },
  figures: { precision: none, recall: none, f1: none, rejects: 1 },
};
const [english, japanese, german] = ['en', 'ja', 'de'].map((language) => ({ kind: 'news', language }));

const ours: FloorGround = {
  metric: tokens,
  run: [
    { page: 'a', slices: english!, score: text },
    { page: 'b', slices: japanese!, score: text },
    { page: 'c', slices: { kind: 'menu' }, score: nothing },
  ],
  isWhole: true,
};
const snippets: FloorGround = {
  metric: segments,
  run: [{ page: 'd', slices: german!, score: { counts: { tp: 1 }, figures: { f1: 1 } } }],
  isWhole: true,
};

const FIGURES = 'one of tokens.precision, tokens.recall, tokens.f1, tokens.rejects';

test.each([
  ['shingles.f1', undefined, FIGURES],
  ['tokens.F1', 'tokens.f1', FIGURES],
  ['language=jp', 'language=ja', 'one of language=en, language=ja'],
  ['language=xx', undefined, 'one of language=en, language=ja'],
  ['langauge=ja', 'language=ja', 'one of language=en, language=ja'],
  ['traits=table', 'trait=table', 'a slice that is there; no page with something to extract has a trait'],
  ['kind=menu', undefined, 'one of kind=news'],
  ['site=a.example', undefined, 'a slice by kind, language, script, trait, split, difficulty'],
])('nothing can be held to the floor %s', (key, meant, expected) => {
  const problem = { key, expected, ...(meant !== undefined && { meant }) };
  expect(unknownFloors({ [key]: 0.9 }, [ours])).toEqual([problem]);
});

test('one corpus that has the figure or the slice is enough', () => {
  const floors = { 'tokens.f1': 0.9, 'segments.f1': 0.9, 'language=ja': 0.9, 'language=de': 0.9 };
  expect(unknownFloors(floors, [ours, snippets])).toEqual([]);
  expect(unknownFloors(floors, [ours]).map(({ key }) => key)).toEqual(['segments.f1', 'language=de']);
});

test('where only some pages ran a slice may be on the others, and a figure may not', () => {
  const floors = { 'language=jp': 0.9, 'lang=ja': 0.9, 'tokens.F1': 0.9 };
  const unknown = unknownFloors(floors, [ours, { ...snippets, isWhole: false }]);
  expect(unknown.map(({ key }) => key)).toEqual(['lang=ja', 'tokens.F1']);
});

test('a figure that no page has by its gold is refused, unless a page that has it may be among those that are not scored', () => {
  const without = { ...ours, run: ours.run.slice(0, 2) };
  const expected = 'a figure that a page has by its gold: tokens.precision, tokens.recall, tokens.f1';
  const floors = { 'tokens.rejects': 0.9 };
  expect(unknownFloors(floors, [without])).toEqual([{ key: 'tokens.rejects', expected }]);
  expect(unknownFloors(floors, [without, ours])).toEqual([]);
  expect(unknownFloors(floors, [{ ...without, isWhole: false }])).toEqual([]);
  expect(unknownFloors(floors, [{ ...without, run: [{ page: 'a', slices: english! }] }])).toEqual([]);
});

test('where no page has the gold of the metric, its floors are refused', () => {
  expect(unknownFloors({ 'segments.f1': 0.9 }, [{ ...snippets, run: [] }])).toEqual([
    { key: 'segments.f1', expected: 'a figure that a page has by its gold: there is none' },
  ]);
});
