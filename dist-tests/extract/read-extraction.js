import { didYouMean } from "../util/did-you-mean.js";
import { isRecord } from "../util/is-record.js";
import { describeValue } from "../util/describe-value.js";
const TEXT_FIELDS = new Set([
    'text',
    'html',
    'markdown',
    'title',
    'published',
    'publisher',
    'language',
]);
const FIELDS = [...TEXT_FIELDS, 'authors'];
/** Most text taken from one page, in UTF-16 code units over all fields: far beyond any page, and no danger. */
const MOST_TEXT = 2 ** 25;
const EXPECTED = 'expected an object with text, html or markdown, or null where there is nothing to extract';
/**
 * Reads what an extractor answered. `null` is an empty text: nothing to extract. Of an object only its own
 * fields are taken, and only those of `Extraction`; a field that is `null` or `undefined` counts as absent.
 * Anything else that does not belong there is refused rather than dropped, so that a misspelt field is
 * noticed. Lone surrogates become U+FFFD. Never throws, whatever the value does when it is touched.
 */
export function readExtraction(answer) {
    if (answer === null)
        return { status: 'read', extraction: { text: '' } };
    try {
        return isRecord(answer) ? readFields(answer) : bad(`returned ${describeValue(answer)}; ${EXPECTED}`);
    }
    catch {
        // A getter that throws, a revoked proxy.
        return bad(`returned an object that cannot be read; ${EXPECTED}`);
    }
}
function readFields(answer) {
    const texts = {};
    let authors;
    for (const key of Object.keys(answer)) {
        const value = answer[key] ?? undefined;
        if (!FIELDS.includes(key))
            return bad(`returned an object with the unknown field ${unknownField(key)}`);
        if (value === undefined)
            continue;
        if (isTextField(key)) {
            if (typeof value !== 'string')
                return bad(`returned ${key}: ${describeValue(value)}; expected a text`);
            texts[key] = value.toWellFormed();
        }
        else {
            if (!isTexts(value))
                return bad(`returned ${key}: ${describeValue(value)}; expected a list of texts`);
            authors = value.map((author) => author.toWellFormed());
        }
    }
    return judge({ ...texts, ...(authors !== undefined && { authors }) });
}
function judge(extraction) {
    const { text, html, markdown } = extraction;
    if (text === undefined && html === undefined && markdown === undefined) {
        return bad(`returned an object with neither text nor html nor markdown; ${EXPECTED}`);
    }
    const { authors = [], ...texts } = extraction;
    const length = [...authors, ...Object.values(texts)].reduce((sum, field) => sum + field.length, 0);
    if (length > MOST_TEXT) {
        const message = `returned ${length} characters; at most ${MOST_TEXT} are taken`;
        return { status: 'bad', failure: 'too-large', message };
    }
    return { status: 'read', extraction };
}
function isTextField(key) {
    return TEXT_FIELDS.has(key);
}
function isTexts(value) {
    return Array.isArray(value) && Array.from(value).every((item) => typeof item === 'string');
}
function unknownField(key) {
    const near = didYouMean(key, FIELDS);
    const mend = near === undefined ? '' : `; did you mean "${near}"?`;
    return `${JSON.stringify(key.slice(0, 40).toWellFormed())}; the fields are: ${FIELDS.join(', ')}${mend}`;
}
function bad(message) {
    return { status: 'bad', failure: 'bad-output', message };
}
