import { excerpt } from "../../gold/yaml/fault.js";
import { isInSource, lettersOf } from "../facts/source-text.js";
/** An author whom nobody could read off the page. */
export const authorNotInPage = {
    name: 'author-not-in-page',
    description: 'An author is named nowhere in the source of the page, head and scripts included, case and punctuation aside, nor with the family name first: no extractor can return the name.',
    check(page) {
        return (page.gold.metadata.authors ?? [])
            .filter((author) => !isNamed(page, author))
            .map((author) => ({
            place: { section: 'authors' },
            found: `the author ${excerpt(author)}, who is named nowhere in the page`,
            expected: 'names as the page has them',
            mend: 'write the name as the page has it, one author an entry',
        }));
    },
};
/** `Ada King` is also named by `King, Ada`. */
function isNamed(page, author) {
    const words = author.split(/\s+/u).map(lettersOf).filter((word) => word !== ''); // prettier-ignore
    return words.some((_, index) => isInSource(page, [...words.slice(index), ...words.slice(0, index)].join('')));
}
