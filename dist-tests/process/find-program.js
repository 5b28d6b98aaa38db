import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
/**
 * The file that a command names: a path from `folder`, or a name that is looked for in the folders of `PATH`.
 * Undefined where there is none that can be run.
 */
export function findProgram(name, folder, path = process.env['PATH'] ?? '') {
    if (name.includes('/'))
        return executable(resolve(folder, name));
    for (const place of path.split(delimiter).filter(Boolean)) {
        const found = executable(resolve(folder, place, name));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function executable(file) {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile() ? file : undefined;
    }
    catch {
        return undefined;
    }
}
