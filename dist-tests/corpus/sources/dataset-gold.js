import { getDomain, getHostname, parse } from 'tldts';
import { textLines } from "../../document/text-lines.js";
import { isDateOrTime } from "../../gold/dates.js";
import { defined } from "../../util/defined.js";
import { isLanguageTag, isWebAddress } from "../../gold/forms.js";
/** Gold that is only text: every line that is not blank is a required paragraph. */
export function paragraphsOf(text) {
    return textLines(text).map((line) => ({
        type: 'block',
        kind: 'p',
        optional: false,
        text: line,
    }));
}
/**
 * Gold with what a dataset labels; what it does not label is absent. An address that no gold file could hold is
 * left out.
 */
export function datasetGold(labels) {
    const { url, slices, metadata = {}, ...rest } = labels;
    const { kind, language, traits } = slices;
    const address = url !== undefined && isWebAddress(url) ? url : undefined;
    const about = { ...defined({ url: address, language, kind }), traits };
    return { about, metadata, comments: [], boilerplate: [], ...rest };
}
/** The site of a page of a dataset: the publisher's registrable domain. */
export function siteOf(url) {
    if (url === undefined)
        return 'unknown';
    return getDomain(url) ?? getHostname(url) ?? 'unknown';
}
/** The registrable domain that a name begins with, such as `news.example.com-some-title.html`; the longest, if there is one. */
export function siteOfName(name) {
    for (let end = name.length; end > 0; end = Math.max(...['.', '-'].map((mark) => name.lastIndexOf(mark, end - 1)))) {
        const { domain, isIcann } = parse(name.slice(0, end), { extractHostname: false });
        if (domain !== null && isIcann === true)
            return domain;
    }
    return 'unknown';
}
/** A label that is a text; an empty one or none says nothing. */
export function textLabel(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
/** The same on one line: runs of white space become a space. For titles and names. */
export function lineLabel(value) {
    return textLabel(value)?.replace(/\s+/gu, ' ');
}
/** Labels that are texts; blank ones are left out. */
export function textLabels(value) {
    return Array.isArray(value) ? value.flatMap((each) => textLabel(each) ?? []) : [];
}
/**
 * A label that is a day, or a day and a time, as gold has them; a space between the two becomes a `T`. Whatever is
 * no such thing (`2015-11`, `2022-01.26`) says nothing.
 */
export function dateLabel(value) {
    const date = textLabel(value)?.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, '$1T');
    return date !== undefined && isDateOrTime(date) ? date : undefined;
}
/** A label that is a language tag (BCP 47), in its usual case (`en_us`: `en-US`). Whatever is none says nothing. */
export function languageLabel(value) {
    const tag = textLabel(value)?.replaceAll('_', '-');
    return tag !== undefined && isLanguageTag(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}
/** A label that is one name or several; none says nothing. */
export function authorsLabel(value) {
    const names = Array.isArray(value) ? value : [value];
    const lines = names.flatMap((name) => lineLabel(name) ?? []);
    return lines.length === 0 ? undefined : lines;
}
