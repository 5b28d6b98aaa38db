import type { TouchedFiles } from '../../process/touched-files.ts';
import { ABSENT, hasChangedSince } from './file-states.ts';
import type { FileState, FileStates } from './file-states.ts';

/** Every file that something depends on, with what was there; sorted by path. */
export type FileList = readonly (readonly [path: string, state: FileState])[];

/** What is at every path now; undefined where that may not be what the processes found. */
export async function listFiles(touched: TouchedFiles, states: FileStates): Promise<FileList | undefined> {
  if (!touched.areAll) return undefined;
  const paths = [...new Set([...touched.loaded, ...touched.looked])].toSorted();
  const files: [path: string, state: FileState][] = [];
  for (const path of paths) files.push([path, await states.stateOf(path)]);
  const isDoubtful = files.some(
    ([path, state]) => (state === ABSENT && touched.loaded.has(path)) || hasChangedSince(path, touched.since),
  );
  return isDoubtful ? undefined : files;
}

/** Whether at every path is what was there when the list was made. */
export async function isUnchanged(files: FileList, states: FileStates): Promise<boolean> {
  for (const [path, state] of files) {
    if ((await states.stateOf(path)) !== state) return false;
  }
  return true;
}
