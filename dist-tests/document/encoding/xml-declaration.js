import { isomorphicDecode, labelToName } from '@exodus/bytes/encoding-lite.js';
/** A declaration that is longer than this is none. */
const LONGEST_DECLARATION = 1024;
/**
 * The encoding that an XML declaration at the very start of a page gives, by its name, or undefined. Browsers
 * honour it in HTML too: `encoding="…"`, and the pattern that the declaration has in UTF-16. Source: HTML
 * Standard, "prescan a byte stream".
 */
export function xmlEncoding(bytes) {
    const start = isomorphicDecode(bytes.subarray(0, LONGEST_DECLARATION));
    if (start.startsWith('<\0?\0x\0'))
        return 'UTF-16LE';
    if (start.startsWith('\0<\0?\0x'))
        return 'UTF-16BE';
    const declaration = /^<\?xml[^>]*?encoding[\0- ]*=[\0- ]*(?:"([^">]*)"|'([^'>]*)')[^>]*>/.exec(start);
    const encoding = labelToName(declaration?.[1] ?? declaration?.[2] ?? '') ?? undefined;
    return encoding === 'UTF-16LE' || encoding === 'UTF-16BE' ? 'UTF-8' : encoding;
}
