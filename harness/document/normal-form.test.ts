import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../fixtures/any-character.ts';
import { toNormalForm } from './normal-form.ts';

/** What the piecewise form must equal: everything removed and normalised at once. */
function wholeNormalForm(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '').normalize('NFKC');
}

describe('normal form', () => {
  test.each([
    ['plain', 'plain'],
    ['co\u00adoperate', 'cooperate'],
    ['\u200fשלום\u200e', 'שלום'],
    ['e\u0301', 'é'],
    ['e\u00ad\u0301', 'é'],
    ['ﬁ … Ⅷ ｶﾞ', 'fi ... VIII ガ'],
    ['ㅎㅏ', '하'],
    ['\u1112\u1161\u11ab', '한'],
    ['ก\u0e33', 'กํา'],
    ['\ud800x', '\ud800x'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(toNormalForm(text).text).toBe(expected);
  });

  test('a heap of marks takes no more than its share of time', () => {
    const heap = `a${'\u0301\u0323'.repeat(200_000)}b`;
    const { text, origin } = toNormalForm(heap);
    expect(text).toHaveLength(400_001);
    expect([text[0], text.at(-1)]).toEqual(['ạ', 'b']);
    expect([origin!.start.at(-1), origin!.end.at(-1)]).toEqual([400_001, 400_002]);
  });

  test('text may be cut before every character that is not said to join: all of Unicode', () => {
    const wrong: string[] = [];
    for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      const parts = Array.from(String.fromCodePoint(codePoint).normalize('NFD'));
      // What composes to this character must come out composed, also behind another letter.
      const text = `a${parts.join('')}`;
      if (toNormalForm(text).text !== wholeNormalForm(text)) wrong.push(codePoint.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('piece by piece is the same as at once, and every unit tells where it came from', () => {
    const units = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: fc.constantFrom('a', 'e', '\u0301', '\u0323', '\u00ad', '\u200d', '\u1100', '\u1161', '\u11a8', 'ﾞ', 'ｶ', 'ㄱ', 'ㅏ', 'ﬁ', '\u0e33', ' ', 'ก') }),
    ); // prettier-ignore
    fc.assert(
      fc.property(units, (text) => {
        const { text: form, origin } = toNormalForm(text);
        expect(form).toBe(wholeNormalForm(text));
        for (let unit = 0; unit < form.length; unit++) {
          const start = origin?.start[unit] ?? unit;
          const end = origin?.end[unit] ?? unit + 1;
          expect(start).toBeLessThan(end);
          expect(wholeNormalForm(text.slice(start, end))).toContain(form[unit]!);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
