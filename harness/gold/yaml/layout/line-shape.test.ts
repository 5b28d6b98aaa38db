import { describe, expect, test } from 'vitest';
import { shapeOf } from './line-shape.ts';

describe('shapeOf', () => {
  test.each([
    ['title: A: b', { indent: 0, dashes: [], key: { word: 'title', column: 0 }, value: 7 }],
    ['  - p?: text', { indent: 2, dashes: [2], key: { word: 'p?', column: 4 }, value: 8 }],
    ['  - - "a"', { indent: 2, dashes: [2, 4], value: 6 }],
    ['  -', { indent: 2, dashes: [2] }],
    ['  - ul:', { indent: 2, dashes: [2], key: { word: 'ul', column: 4 } }],
    ['  - p: # later', { indent: 2, dashes: [2], key: { word: 'p', column: 4 } }],
    ['  - p: #1', { indent: 2, dashes: [2], key: { word: 'p', column: 4 } }],
    ['"p": text', { indent: 0, dashes: [], key: { word: 'p', column: 0 }, value: 5 }],
    ['He said: no', { indent: 0, dashes: [], key: { word: 'He said', column: 0 }, value: 9 }],
    ['see https://a.example', { indent: 0, dashes: [], value: 0 }],
    ['-p: text', { indent: 0, dashes: [], key: { word: '-p', column: 0 }, value: 4 }],
    ['a #b: c', { indent: 0, dashes: [], value: 0 }],
    ['', { indent: 0, dashes: [] }],
  ])('of %j', (line, shape) => {
    expect(shapeOf(line)).toEqual(shape);
  });
});
