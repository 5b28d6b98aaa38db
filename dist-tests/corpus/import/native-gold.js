import { isDateOrTime } from "../../gold/dates.js";
import { defined } from "../../util/defined.js";
import { isLanguageTag, isWebAddress } from "../../gold/forms.js";
import { holdableGold } from "../../gold/write/holdable-gold.js";
/**
 * The gold of a page with all that a native corpus keeps in its `gold.yaml`: address, content type and slices of the
 * page too. Texts change only where that changes no score (see `holdableGold`); an address, a language or a date that
 * is none is left out.
 */
export function nativeGold({ page, gold }, slices) {
    const changes = [];
    const left = (what, example) => {
        changes.push({ what, example });
    };
    const { gold: held, changed } = holdableGold(gold);
    if (changed !== undefined)
        left('texts with characters that gold.yaml does not take', changed);
    const about = aboutOf({ page, gold: held }, slices, left);
    return { gold: { ...held, about, metadata: metadataOf(held.metadata, left) }, changes };
}
function aboutOf({ page, gold }, slices, left) {
    const { about } = gold;
    const { traits, kind, language, split: _, ...others } = slices;
    for (const [name, value] of Object.entries(others)) {
        if (value !== undefined)
            left(`the slice "${name}", which gold.yaml does not have`, value);
    }
    const tag = about.language ?? language;
    const response = defined({ ...about.response, type: page.contentType ?? about.response?.type });
    return defined({
        ...about,
        url: addressOf(about.url ?? page.url, left),
        kind: about.kind ?? kind,
        language: tag === undefined || isLanguageTag(tag) ? tag : left('languages that are no tags', tag),
        traits: [...new Set([...about.traits, ...traits])],
        response: Object.keys(response).length === 0 ? undefined : response,
    });
}
/** An address with spaces in it means the same with them escaped. */
function addressOf(url, left) {
    if (url === undefined || isWebAddress(url))
        return url;
    const escaped = URL.canParse(url) ? new URL(url).href : url;
    return isWebAddress(escaped) ? escaped : left('addresses that do not begin with http', url);
}
function metadataOf({ published, ...metadata }, left) {
    if (published === undefined)
        return metadata;
    if (published === 'none' || isDateOrTime(published))
        return { ...metadata, published };
    left('dates that are not written as in ISO 8601', published);
    return metadata;
}
