import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../fixtures/any-character.ts';
import { FolderNames, foldedName, folderName, isFolderName } from './folder-names.ts';

describe('a text as the name of a folder', () => {
  test.each([
    ['a.example', 'a.example'],
    ['news/2025: a "push"?', 'news-2025-a-push'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'page'],
    ['', 'page'],
    ['/absolute\\and\0more', 'absolute-and-more'],
    ['.hidden.', 'hidden'],
    ['[::1]', '1'],
    ['村の放送', '村の放送'],
    ['e\u0301te\u0301', 'été'],
    ['CON', 'page-CON'],
    ['com1.txt', 'page-com1.txt'],
    ['console', 'console'],
    ['é'.repeat(100), 'é'.repeat(60)],
    ['😀', 'page'],
  ])('%j becomes %j', (text, name) => {
    expect(folderName(text, 'page')).toBe(name);
  });

  test('is never a path, nor hidden, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
        const name = folderName(text, 'page');
        expect(name).toMatch(/^[^/\\:*?"<>|\s.-](?:[^/\\:*?"<>|\s]*[^/\\:*?"<>|\s.-])?$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(125);
      }),
    );
  });
});

test('names that are taken get a number, also where only their case differs', () => {
  const names = new FolderNames();
  const taken = ['One', 'one', 'one/', 'two', 'one-2'].map((text) => names.take(text, 'page'));
  expect(taken).toEqual(['One', 'one-2', 'one-3', 'two', 'one-2-2']);
});

test.each(['a.example', '\u00dcber', 'U\u0308ber', '村の放送'])(
  '%j is the name of a folder everywhere',
  (name) => {
    expect(isFolderName(name)).toBe(true);
  },
);

test.each(['o k', 'a/b', 'a:b', '.git', 'end.', 'CON', 'x'.repeat(121)])('%j is none', (name) => {
  expect(isFolderName(name)).toBe(false);
});

test('names in other case or another normal form are one folder on some disks', () => {
  expect(foldedName('OK.example')).toBe('ok.example');
  expect(foldedName('U\u0308ber')).toBe('\u00fcber');
});
