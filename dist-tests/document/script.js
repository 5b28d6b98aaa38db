/** The scripts that pages are told apart by, with the property that their letters have in Unicode. */
const SCRIPTS = [
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
export function dominantScript(text) {
    const letters = countMatches(text, /\p{L}/gu);
    if (letters === 0)
        return undefined;
    const counts = new Map(SCRIPTS.map(([name, pattern]) => [name, countMatches(text, pattern)]));
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
function countMatches(text, pattern) {
    let count = 0;
    for (const _ of text.matchAll(pattern))
        count++;
    return count;
}
