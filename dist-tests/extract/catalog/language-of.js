import { KNOWN_EXTRACTORS } from "./register.js";
/** In the order in which they are listed. */
export const LANGUAGES = ['JavaScript', 'Python', 'Go', 'Rust'];
const LANGUAGE_OF_PEER = {
    npm: 'JavaScript',
    python: 'Python',
    go: 'Go',
    rust: 'Rust',
};
/**
 * The language of a known extractor; what comes with Assay is JavaScript. Undefined for one that is not known.
 *
 * @param source what the user named, so that somebody's own extractor of the same name is not taken for it
 */
export function languageOf(source) {
    const known = KNOWN_EXTRACTORS.find(({ name }) => name === source);
    if (known === undefined)
        return undefined;
    return known.peer === undefined ? 'JavaScript' : LANGUAGE_OF_PEER[known.peer.language];
}
