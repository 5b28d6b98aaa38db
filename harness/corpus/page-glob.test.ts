import { describe, expect, test } from 'vitest';
import { pageGlob } from './page-glob.ts';

const PAGE = { id: 'a.example/one', site: 'a.example' };

describe('a glob of pages', () => {
  test.each([
    ['a.example/one', true],
    ['a.example', true],
    ['*/one', true],
    ['*', true],
    ['b.*', false],
  ])('%s takes the page: %s', (glob, taken) => {
    expect(pageGlob(glob)(PAGE)).toBe(taken);
  });

  test('of 999 characters is one', () => {
    expect(pageGlob(`{${'b,'.repeat(496)}*/one}`)(PAGE)).toBe(true);
  });

  test.each(['*a', '{a,', '[a', '**/'])('of 50,000 characters is refused: %s…', (part) => {
    const glob = part.repeat(Math.ceil(50_000 / part.length));
    const message = `found a glob of ${glob.length} characters (`;
    expect(() => pageGlob(glob)).toThrow(message);
    expect(() => pageGlob(glob)).toThrow('expected at most 1000; write several, or a shorter one');
  });
});
