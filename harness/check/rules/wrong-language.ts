import { dominantScript } from '../../document/script.ts';
import { squeeze } from '../../document/squeeze.ts';
import type { PageRule } from '../rule.ts';
import { goldOrPageText } from '../checked-page.ts';

/** Scripts of ISO 15924 as `dominantScript` calls them. Text in others is not judged. */
const SCRIPT_NAMES: Readonly<Record<string, string>> = {
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
export const wrongLanguage: PageRule = {
  name: 'wrong-language',
  description:
    'The text is not in the language that the page is labelled with, by its script or by its most frequent words: slices by language would be wrong.',
  check(page) {
    const language = page.gold.about.language ?? page.reference.slices.language;
    const text = goldOrPageText(page);
    if (language === undefined || squeeze(text).length < FEWEST_LETTERS) return [];
    const seen = contradiction(language, text);
    if (seen === undefined) return [];
    return [
      {
        path: 'language',
        found: `the language "${language}" for text that is ${seen}`,
        expected: 'the language of the text',
        fix: 'correct the language',
      },
    ];
  },
};

/** What the text is instead; nothing where it may well be in that language. */
function contradiction(language: string, text: string): string | undefined {
  const locale = new Intl.Locale(language).maximize();
  const script = dominantScript(text);
  const expected = SCRIPT_NAMES[locale.script ?? ''];
  if (expected === undefined || script === undefined || script === 'other') return undefined;
  if (script !== expected) return `in ${script} script`;
  const likely = script === 'Latin' ? likeliestLanguage(text, locale.language) : undefined;
  return likely === undefined ? undefined : `"${likely}" by its most frequent words`;
}

/**
 * Some of the most frequent words of languages in Latin script, chosen so that few are frequent in two of them. They
 * are articles, conjunctions, prepositions and auxiliaries, which no text of some length does without.
 */
const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to is that for with was this are from have not be by',
  de: 'der die und das den von mit ist nicht sich auch auf für ein eine dem',
  fr: 'le les des et du est une dans qui pour pas sur au plus sont avec',
  es: 'el los las del y que una por con para como más pero sus está',
  it: 'il di che è per non della una sono con gli nel alla più anche',
  pt: 'o os um uma não que em do da dos das ao com para mais são',
  nl: 'de het een van en dat niet zijn op voor met aan ook bij wordt',
  pl: 'w i na się nie że jest z do to przez jak dla oraz po',
  sv: 'och att det som en är på av för med den inte till har ett',
  tr: 've bir bu da için ile olarak çok daha gibi olan kadar sonra ne',
};

/** Fewer words than this say nothing. */
const FEWEST_WORDS = 50;
/** Share of a text that the words of its language have at least, and how much more than the labelled language. */
const LEAST_SHARE = 0.1;
const MARGIN = 3;

const WORDS = new Map(Object.entries(FREQUENT_WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))]));

/**
 * The language whose frequent words a text has, where that is plainly not the labelled one: they are at least a tenth
 * of it, and three times as many as those of the labelled language. Nothing where the labelled language is not among
 * those known, the text has fewer than 50 words, or it is not plain.
 *
 * @param labelled the language subtag, e.g. `en`
 */
export function likeliestLanguage(text: string, labelled: string): string | undefined {
  if (!WORDS.has(labelled)) return undefined;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const counts = [...WORDS].map(([tag, known]) => ({
    tag,
    count: words.filter((word) => known.has(word)).length,
  }));
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  const own = counts.find(({ tag }) => tag === labelled)?.count ?? 0;
  const isPlain =
    best !== undefined && best.count >= LEAST_SHARE * words.length && best.count >= MARGIN * (own + 1);
  return isPlain ? best.tag : undefined;
}
