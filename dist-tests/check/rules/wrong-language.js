import { dominantScript } from "../../document/script.js";
import { squeeze } from "../../document/squeeze.js";
import { contentTexts } from "../facts/gold-texts.js";
import { pageText } from "../facts/page-text.js";
import { likeliestLanguage } from "../likeliest-language.js";
/** Scripts of ISO 15924 as `dominantScript` calls them. Text in others is not judged. */
const SCRIPT_NAMES = {
    Latn: 'Latin',
    Cyrl: 'Cyrillic',
    Grek: 'Greek',
    Arab: 'Arabic',
    Hebr: 'Hebrew',
    Deva: 'Devanagari',
    Beng: 'Bengali',
    Taml: 'Tamil',
    Thai: 'Thai',
    Kore: 'Korean',
    Jpan: 'Japanese',
    Hans: 'Chinese',
    Hant: 'Chinese',
};
/** Less text than this says nothing about its language. */
const FEWEST_LETTERS = 40;
/**
 * A label of language that the text contradicts: by its script, or, in Latin script, by the most frequent words of ten
 * large languages. It does not see one language of a script taken for another that is not among the ten, nor
 * Russian for Bulgarian, nor a variety (`pt-BR`), nor a wrong language in a text of a few words.
 */
export const wrongLanguage = {
    name: 'wrong-language',
    description: 'The text is not in the language that the page is labelled with, by its script or by its most frequent words: slices by language would be wrong.',
    check(page) {
        const language = page.gold.about.language ?? page.reference.slices.language;
        const text = goldOrPageText(page);
        if (language === undefined || squeeze(text).length < FEWEST_LETTERS)
            return [];
        const seen = contradiction(language, text);
        if (seen === undefined)
            return [];
        return [
            {
                place: { section: 'language' },
                found: `the language "${language}" for text that is ${seen}`,
                expected: 'the language of the text',
                mend: 'correct the language',
            },
        ];
    },
};
function goldOrPageText(page) {
    const gold = contentTexts(page);
    return gold.length === 0 ? pageText(page) : gold.map(({ text }) => text).join('\n');
}
/** What the text is instead; nothing where it may well be in that language. */
function contradiction(language, text) {
    const locale = new Intl.Locale(language).maximize();
    const script = dominantScript(text);
    const expected = SCRIPT_NAMES[locale.script ?? ''];
    if (expected === undefined || script === undefined || script === 'other')
        return undefined;
    if (script !== expected)
        return `in ${script} script`;
    const likely = script === 'Latin' ? likeliestLanguage(text, locale.language) : undefined;
    return likely === undefined ? undefined : `"${likely}" by its most frequent words`;
}
