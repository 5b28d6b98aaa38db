/** The scripts that pages are told apart by, with the property that their letters have in Unicode. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Latin', /\p{sc=Latn}/gu],
  ['Cyrillic', /\p{sc=Cyrl}/gu],
  ['Greek', /\p{sc=Grek}/gu],
  ['Arabic', /\p{sc=Arab}/gu],
  ['Hebrew', /\p{sc=Hebr}/gu],
  ['Devanagari', /\p{sc=Deva}/gu],
  ['Bengali', /\p{sc=Beng}/gu],
  ['Tamil', /\p{sc=Taml}/gu],
  ['Thai', /\p{sc=Thai}/gu],
  ['Korean', /\p{sc=Hang}/gu],
  ['Japanese', /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ['Chinese', /\p{sc=Hani}/gu],
];

/** Japanese text is a mixture: from this share of kana on, its Han characters count as Japanese. */
const KANA_SHARE = 0.1;

/**
 * The script that most letters of a text are in: `Latin`, `Cyrillic`, …, `other` where it is none of those known
 * here. Han characters are `Chinese`, or `Japanese` among kana. No letters: undefined.
 */
export function dominantScript(text: string): string | undefined {
  // Letters of ASCII, which are most, are Latin; they need no tables of Unicode.
  let ascii = 0;
  let others = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) others++;
    else if (isAsciiLetter(code)) ascii++;
  }
  // No other script can have as many.
  if (ascii > others) return 'Latin';
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  const rest = text.replaceAll(/[\0-\x7F]+/g, '');
  const letters = ascii + countMatches(rest, /\p{L}/gu);
  if (letters === 0) return undefined;
  const counts = new Map(SCRIPTS.map(([name, pattern]) => [name, countMatches(rest, pattern)]));
  counts.set('Latin', ascii + counts.get('Latin')!);
  const kana = counts.get('Japanese') ?? 0;
  const han = counts.get('Chinese') ?? 0;
  if (kana >= KANA_SHARE * (kana + han) && kana > 0) {
    counts.set('Japanese', kana + han);
    counts.set('Chinese', 0);
  }
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  counts.set('other', Math.max(0, letters - known));
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best?.[0];
}

function isAsciiLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
