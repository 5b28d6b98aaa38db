import { stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';

/** Whether there is a file or folder of this path that can be looked at. */
export async function pathExists(path: string): Promise<boolean> {
  return (await lookAt(path)) !== undefined;
}

/** Whether there is a file of this path. */
export async function isFile(path: string): Promise<boolean> {
  return (await lookAt(path))?.isFile() === true;
}

/** Whether there is a folder of this path. */
export async function isFolder(path: string): Promise<boolean> {
  return (await lookAt(path))?.isDirectory() === true;
}

function lookAt(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}
