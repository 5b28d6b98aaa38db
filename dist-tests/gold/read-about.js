import { PAGE_KINDS, TRAITS } from "../model/vocabulary.js";
import { readList, readTexts } from "./yaml/read-list.js";
import { readMap } from "./yaml/read-map.js";
import { readText } from "./yaml/read-text.js";
import { readWord } from "./yaml/read-word.js";
import { isCalendarDate, isDateOrTime, mendDate } from "./dates.js";
import { defined } from "../util/defined.js";
import { isLanguageTag, isWebAddress } from "./forms.js";
/** What the page is, apart from its text. Keys that are absent or faulty are left out. */
export function readAbout(reading, fields) {
    return defined({
        url: fields.read('url', (slot) => readUrl(reading, slot)),
        captured: fields.read('captured', (slot) => readDate(reading, slot)),
        response: fields.read('response', (slot) => readResponse(reading, slot)),
        language: fields.read('language', (slot) => readLanguage(reading, slot)),
        kind: fields.read('kind', (slot) => readWord(reading, slot, PAGE_KINDS)),
        traits: fields.read('traits', (slot) => readTraits(reading, slot)) ?? [],
        labelled: fields.read('labelled', (slot) => readLabelled(reading, slot)),
    });
}
/** The metadata of the page. An absent key stays absent: it is unlabelled, which is not the same as `none`. */
export function readMetadata(reading, fields) {
    return defined({
        title: fields.read('title', (slot) => readText(reading, slot)),
        publisher: fields.read('publisher', (slot) => readText(reading, slot)),
        authors: fields.read('authors', (slot) => readTexts(reading, slot, AUTHORS)),
        published: fields.read('published', (slot) => readPublished(reading, slot)),
    });
}
const AUTHORS = {
    expected: 'a list of names',
    mend: 'write ["First Author", "Second Author"], or [] if the page names none',
    mayBeEmpty: true,
};
/** A value that has to have a form of its own; what has not is reported. */
function readForm(reading, slot, form) {
    const text = readText(reading, slot, { isWord: true });
    if (text === undefined || form.isRight(text))
        return text;
    return reading.report(slot.value?.range[0] ?? slot.at, {
        code: 'wrong-value',
        found: `${form.what} "${text}" for ${slot.name}`,
        expected: form.expected,
        mend: form.mend(text),
    });
}
function readUrl(reading, slot) {
    return readForm(reading, slot, {
        isRight: isWebAddress,
        what: 'the address',
        expected: 'an absolute address that begins with http:// or https://',
        mend: (text) => isWebAddress(`https://${text}`) && text.includes('.')
            ? `write "https://${text}"`
            : 'write the address of the page as the browser shows it',
    });
}
function readDate(reading, slot) {
    return readForm(reading, slot, {
        isRight: isCalendarDate,
        what: 'the date',
        expected: 'a day of the calendar, written year-month-day',
        mend: (text) => mendDate(text, '2025-07-09'),
    });
}
function readPublished(reading, slot) {
    return readForm(reading, slot, {
        isRight: (text) => text === 'none' || isDateOrTime(text),
        what: 'the date',
        expected: '"none", a day of the calendar, or a day and a time in the form of ISO 8601',
        mend: (text) => mendDate(text, '2025-07-09 or 2025-07-09T01:10+10:00'),
    });
}
function readLanguage(reading, slot) {
    return readForm(reading, slot, {
        isRight: isLanguageTag,
        what: 'the language',
        expected: 'a language tag as in HTML (BCP 47), e.g. en, pt-BR, zh-Hant',
        mend: (text) => {
            const dashed = text.replaceAll('_', '-');
            return dashed !== text && isLanguageTag(dashed)
                ? `write "${dashed}"`
                : 'write the two-letter code of the language, e.g. en';
        },
    });
}
function readResponse(reading, slot) {
    const fields = readMap(reading, slot, { keys: ['status', 'type'] });
    return (fields &&
        defined({
            status: fields.read('status', (status) => readStatus(reading, status)),
            type: fields.read('type', (type) => readText(reading, type, { isWord: true })),
        }));
}
function readStatus(reading, slot) {
    const status = readForm(reading, slot, {
        isRight: (text) => /^[1-5]\d\d$/u.test(text),
        what: 'the status',
        expected: 'a status of HTTP, 100 to 599',
        mend: () => 'write what the server answered, e.g. 200',
    });
    return status === undefined ? undefined : Number(status);
}
function readLabelled(reading, slot) {
    const fields = readMap(reading, slot, { keys: ['by', 'on'], required: ['by', 'on'] });
    const by = fields?.read('by', (value) => readText(reading, value, { isWord: true }));
    const on = fields?.read('on', (value) => readDate(reading, value));
    return by === undefined || on === undefined ? undefined : { by, on };
}
function readTraits(reading, slot) {
    const items = readList(reading, slot, {
        expected: 'a list of traits',
        mend: 'write them in brackets, e.g. [lists, captions]; [] if there is none',
        mayBeEmpty: true,
    });
    return items?.map((item) => readWord(reading, item, TRAITS)).filter((trait) => trait !== undefined);
}
