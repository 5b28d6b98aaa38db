/** Longest name in bytes of UTF-8; file systems take 255, and a number may still come behind it. */
const LONGEST = 120;
/**
 * A text as the name of a folder that every file system takes and nobody has to quote: letters, digits, `.`, `_` and
 * `-`, neither a dot nor a dash at its ends, at most 120 bytes. Never a path: `..` and `/` do not survive. Where
 * nothing is left it is `otherwise`.
 */
export function folderName(text, otherwise) {
    const plain = text.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-');
    let bytes = 0;
    const fitting = Array.from(plain).filter((character) => (bytes += Buffer.byteLength(character)) <= LONGEST);
    const name = fitting.join('').replace(/^[.-]+|[.-]+$/gu, '');
    // Names that Windows keeps for devices, with any ending.
    return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) ? `${otherwise}-${name}` : name || otherwise;
}
/** Gives each text a folder of its own, also on disks that do not tell `A` from `a`. */
export class FolderNames {
    #taken = new Set();
    /** The name of a folder for the text: `name`, or `name-2` and so on where that is taken. */
    take(text, otherwise) {
        const name = folderName(text, otherwise);
        let free = name;
        for (let count = 2; this.#taken.has(free.toLowerCase()); count++)
            free = `${name}-${count}`;
        this.#taken.add(free.toLowerCase());
        return free;
    }
}
