import { stat } from 'node:fs/promises';
/** Whether there is a file or folder of this path that can be looked at. */
export async function pathExists(path) {
    return (await lookAt(path)) !== undefined;
}
/** Whether there is a file of this path. */
export async function isFile(path) {
    return (await lookAt(path))?.isFile() === true;
}
/** Whether there is a folder of this path. */
export async function isFolder(path) {
    return (await lookAt(path))?.isDirectory() === true;
}
function lookAt(path) {
    return stat(path).catch(() => undefined);
}
