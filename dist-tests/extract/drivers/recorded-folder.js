import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { outcomeOfAnswer } from "../answer-outcome.js";
import { sha256 } from "../../util/sha256.js";
import { UNRECORDED, unreadable } from "./recording.js";
import { strictUtf8 } from "../../util/strict-utf8.js";
/** The field of an extraction that files of each ending hold. */
const FIELDS = {
    html: 'html',
    md: 'markdown',
    txt: 'text',
};
const ENDINGS = Object.keys(FIELDS);
/**
 * A folder with a file for each page, called as the page's identifier (whose slashes are folders) with the ending
 * `.txt`, `.html` or `.md`; several of them for one page are one extraction. UTF-8. It is named for the folder.
 *
 * @throws AssayError `bad-input` for a folder without such files.
 */
export async function readRecordedFolder(folder) {
    const files = await fastGlob(`**/*.{${ENDINGS.join(',')}}`, { cwd: folder, dot: true });
    if (files.length === 0) {
        const expected = 'expected files <page>.txt, <page>.html or <page>.md, or the folder of a run';
        throw unreadable(folder, `found no recorded output in the folder; ${expected}`);
    }
    const known = new Set(files);
    return {
        name: basename(resolve(folder)),
        version: UNRECORDED,
        content: Buffer.from(await digestFiles(folder, files.toSorted())),
        recall: ({ id }) => recall(folder, id, known),
    };
}
async function digestFiles(folder, files) {
    const lines = [];
    for (const file of files) {
        const bytes = await readFile(join(folder, file));
        lines.push(`${sha256(bytes)} ${file}`);
    }
    return lines.join('\n');
}
async function recall(folder, id, known) {
    const fields = {};
    for (const [ending, field] of Object.entries(FIELDS)) {
        const file = relative(folder, join(folder, `${id}.${ending}`));
        if (!known.has(file))
            continue;
        const text = strictUtf8(await readFile(join(folder, file)));
        if (text === undefined) {
            return { status: 'failed', failure: 'bad-output', message: `${file} is not UTF-8` };
        }
        fields[field] = text;
    }
    return Object.keys(fields).length === 0 ? undefined : outcomeOfAnswer(fields);
}
