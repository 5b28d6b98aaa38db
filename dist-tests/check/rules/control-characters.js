import { excerpt } from "../../gold/yaml/fault.js";
import { findCharacters } from "../character-finding.js";
/**
 * Control characters but for tab and line feed, the byte order mark, halves of surrogate pairs, and what changes the
 * direction of the text around it; marks of direction (U+200E, U+200F), joiners and soft hyphens belong to text.
 */
const INVISIBLE = 
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;
/** What nobody sees who reads a label, and what may be read as something else. */
export const controlCharacters = {
    name: 'control-characters',
    description: 'A label holds control characters, a byte order mark, half of a surrogate pair or a change of direction: nobody sees them, and programs stumble over them.',
    check(page) {
        return findCharacters(page, INVISIBLE, ({ name, text }, characters) => ({
            found: `${characters} in ${name} ${excerpt(text.replace(INVISIBLE, ''))}`,
            expected: 'text without invisible control characters',
            mend: 'take them out',
        }));
    },
};
