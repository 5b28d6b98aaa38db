import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AssayError } from "../util/error.js";
import { checkSize } from "./limits.js";
const MEDIA = new Map([
    ['.html', 'html'],
    ['.htm', 'html'],
    ['.xhtml', 'html'],
    ['.txt', 'text'],
]);
/**
 * A page that somebody saved.
 *
 * @throws AssayError `usage` if there is no such file, or it is neither HTML nor plain text in UTF-8 by its name.
 */
export async function captureFile(file) {
    const ending = extname(file);
    const media = MEDIA.get(ending.toLowerCase());
    if (media === undefined) {
        const takes = `${[...MEDIA.keys()].join(', ')}, or an address that begins with http:// or https://`;
        throw new AssayError('usage', `${file} is no page by its name; it takes a file that ends with ${takes}`);
    }
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() !== true)
        throw new AssayError('usage', `there is no file ${file}`);
    checkSize(found.size, file);
    const bytes = await readFile(file);
    if (media === 'text' && !isUtf8(bytes)) {
        throw new AssayError('bad-input', `${file} is not UTF-8, which a page of plain text must be; save it in UTF-8`);
    }
    return { media, bytes, suggestedName: basename(file, ending) };
}
