/**
 * Some of the most frequent words of languages in Latin script, chosen so that few are frequent in two of them. They
 * are articles, conjunctions, prepositions and auxiliaries, which no text of some length does without.
 */
const FREQUENT_WORDS = {
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
export function likeliestLanguage(text, labelled) {
    if (!WORDS.has(labelled))
        return undefined;
    const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
    if (words.length < FEWEST_WORDS)
        return undefined;
    const counts = [...WORDS].map(([tag, known]) => ({
        tag,
        count: words.filter((word) => known.has(word)).length,
    }));
    const [best] = counts.toSorted((a, b) => b.count - a.count);
    const own = counts.find(({ tag }) => tag === labelled)?.count ?? 0;
    const isPlain = best !== undefined && best.count >= LEAST_SHARE * words.length && best.count >= MARGIN * (own + 1);
    return isPlain ? best.tag : undefined;
}
