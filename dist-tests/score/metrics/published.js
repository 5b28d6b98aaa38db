import { meansOf } from "../aggregate.js";
import { isSameDate } from "../metadata/publication-date.js";
/** Gold's word for a page that gives no date. */
const NONE = 'none';
/**
 * When the page was published. Right if the instants are equal, or if one side has no time and the calendar days as
 * written are equal; both with a time and one without a zone: if day and time as written are equal. ISO 8601 is read,
 * also with slashes or a space; other forms are not guessed at. Gold `none` is right with nothing returned. A failed
 * extraction: 0. Corpus: plain mean over labelled pages.
 */
export const published = {
    name: 'published',
    version: 1,
    definition: 'the date returned is that of gold: equal instants, or equal days where one side has no time',
    source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
    needs: 'published',
    figures: ['exact'],
    headline: 'exact',
    companion: true,
    reads: 'metadata',
    keys: { dates: 'iso-8601' },
    aggregation: 'mean-of-pages',
    scorePage({ labels, returned, failed }) {
        const gold = labels.published ?? NONE;
        const date = returned.published?.trim() === '' ? undefined : returned.published;
        const isRight = gold === NONE ? date === undefined : date !== undefined && isSameDate(gold, date);
        const exact = isRight && !failed ? 1 : 0;
        return { counts: { exact, returned: date === undefined ? 0 : 1 }, figures: { exact } };
    },
    describe({ exact, returned }) {
        if (exact === 1)
            return 'the right date';
        return returned === 1 ? 'another date' : 'no date';
    },
    aggregate(scores) {
        return meansOf(scores, published.figures);
    },
};
