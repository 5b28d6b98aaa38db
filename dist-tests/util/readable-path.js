import { relative } from 'node:path';
/** A path as messages show it: relative to the working directory if it lies inside, with `/`. */
export function readablePath(path) {
    const fromHere = relative(process.cwd(), path);
    return (fromHere === '' || fromHere.startsWith('..') ? path : fromHere).replaceAll('\\', '/');
}
