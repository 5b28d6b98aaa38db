import { describe, expect, test } from 'vitest';
import { Draft } from '../draft.ts';
import { endOfFlow, endOfQuoted } from './value-end.ts';

const opensSomething = (line: string): boolean => /^ *(?:- |body:)/u.test(line);

function start(source: string, column: number) {
  return [new Draft(source), { line: 0, column, parentIndent: 2, opensSomething }] as const;
}

describe('endOfQuoted', () => {
  test.each([
    ['  p: "a \\" b" c', 5, 13],
    ["  p: 'it''s' c", 5, 12],
    ['  p: "" c', 5, 7],
  ])('of %j', (source, from, column) => {
    expect(endOfQuoted(...start(source, from))).toEqual({ status: 'closed', line: 0, column, shallow: [] });
  });

  test('may be lines below; lines that are not far enough in are noted', () => {
    expect(endOfQuoted(...start('  p: "a\n\n  b\n    c" d', 5))).toEqual({
      status: 'closed',
      line: 3,
      column: 6,
      shallow: [2],
    });
  });

  test('is not found behind the next entry, nor behind the end of the file', () => {
    expect(endOfQuoted(...start('  p: "a\n  - p: b"', 5))).toEqual({ status: 'unclosed', line: 1 });
    expect(endOfQuoted(...start('  p: "a\n    b', 5))).toEqual({ status: 'unclosed', line: 2 });
  });
});

describe('endOfFlow', () => {
  test.each([
    ['  p: [a, [b], {c: d}] e', 21],
    ['  p: ["]", \'}\'] e', 15],
    ["  p: [it's] e", 11],
  ])('of %j', (source, column) => {
    expect(endOfFlow(...start(source, 5))).toEqual({ status: 'closed', line: 0, column, shallow: [] });
  });

  test('passes comments, and quotations over several lines', () => {
    expect(endOfFlow(...start('  p: ["a", # ]\n     "b\n     c"]', 5))).toMatchObject({ line: 2, column: 8 });
  });

  test('a bracket may close at the column of its key', () => {
    expect(endOfFlow(...start('  p: [\n    a\n  ]', 5))).toEqual({
      status: 'closed',
      line: 2,
      column: 3,
      shallow: [],
    });
  });

  test('a bracket of the other kind closes nothing', () => {
    expect(endOfFlow(...start('  p: [a}', 5))).toEqual({ status: 'mismatched', line: 0, column: 7 });
  });

  test('is not found behind the next key', () => {
    expect(endOfFlow(...start('  p: [a,\n    b\nbody: c]', 5))).toEqual({ status: 'unclosed', line: 2 });
  });
});
