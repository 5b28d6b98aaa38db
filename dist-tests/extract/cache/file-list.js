import { ABSENT, hasChangedSince } from "./file-states.js";
/** What is at every path now; undefined where that may not be what the processes found. */
export function listFiles(touched, states) {
    const paths = [...new Set([...touched.loaded, ...touched.looked])].toSorted();
    const files = paths.map((path) => [path, states.stateOf(path)]);
    const isDoubtful = files.some(([path, state]) => (state === ABSENT && touched.loaded.has(path)) || hasChangedSince(path, touched.since));
    return isDoubtful ? undefined : files;
}
/** Whether at every path is what was there when the list was made. */
export function isUnchanged(files, states) {
    return files.every(([path, state]) => states.stateOf(path) === state);
}
