/** Whether the text is an absolute address of the web. */
export function isWebAddress(text) {
    return /^https?:\/\/[^\s/]/iu.test(text) && !/\s/u.test(text) && URL.canParse(text);
}
/** Whether the text is a well-formed language tag of BCP 47, in any case. */
export function isLanguageTag(text) {
    try {
        return Intl.getCanonicalLocales(text).length === 1;
    }
    catch {
        return false;
    }
}
