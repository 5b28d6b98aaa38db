import { expect, test } from 'vitest';
import { segments } from '../score/metrics/segments.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { unknownFloors } from './floors.ts';
import type { FloorGround } from './floors.ts';

const ours: FloorGround = {
  metric: tokens,
  slices: ['kind=news', 'language=en', 'language=ja'],
  isWhole: true,
};
const snippets: FloorGround = { metric: segments, slices: ['language=de'], isWhole: true };

const FIGURES = 'one of tokens.precision, tokens.recall, tokens.f1, tokens.rejects';

test.each([
  ['shingles.f1', undefined, FIGURES],
  ['tokens.F1', 'tokens.f1', FIGURES],
  ['language=jp', 'language=ja', 'one of language=en, language=ja'],
  ['language=xx', undefined, 'one of language=en, language=ja'],
  ['langauge=ja', 'language=ja', 'one of language=en, language=ja'],
  ['traits=table', 'trait=table', 'a slice that is there; no page that was scored has a trait'],
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
