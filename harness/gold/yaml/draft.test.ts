import { describe, expect, test } from 'vitest';
import { Draft } from './draft.ts';

describe('a draft', () => {
  test('leads back to the file from a line that was moved', () => {
    const draft = new Draft('a:\n   b: c\n');
    draft.reindent(1, 2);
    expect(draft.text()).toBe('a:\n  b: c\n');
    // "c" stands in column 7 of the file and in column 6 of the draft; 1-based here, 0-based there.
    expect(draft.place(1, 5)).toEqual({ line: 2, column: 7 });
    expect(draft.place(0, 0)).toEqual({ line: 1, column: 1 });
  });

  test('leads back from a line that was moved to the right, also from the spaces put in', () => {
    const draft = new Draft(' b: c');
    draft.reindent(0, 4);
    expect(draft.place(0, 4)).toEqual({ line: 1, column: 2 });
    expect(draft.place(0, 1)).toEqual({ line: 1, column: 1 });
  });

  test('leads back through several changes of one line', () => {
    const draft = new Draft('   p: text');
    draft.reindent(0, 2);
    draft.insert(0, 2, '- ');
    expect(draft.text()).toBe('  - p: text');
    expect(draft.place(0, 4)).toEqual({ line: 1, column: 4 });
    expect(draft.place(0, 7)).toEqual({ line: 1, column: 7 });
  });

  test('a hole is a word that the file does not hold', () => {
    const draft = new Draft('p: unreadable\nq: x');
    expect(draft.hole).toBe('unreadable-');
    draft.cut(0, 3);
    draft.cut(1, 2);
    expect(draft.text()).toBe('p: unreadable-\nq: unreadable-');
  });

  test('CRLF becomes LF, and lines keep their numbers', () => {
    const draft = new Draft('a: b\r\nc: d\r\n');
    draft.blank(0);
    expect(draft.text()).toBe('\nc: d\n');
    expect(draft.lineCount).toBe(3);
  });
});
