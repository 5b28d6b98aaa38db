import type { TouchedFiles } from '../../process/touched-files.ts';
import { ABSENT, hasChangedSince } from './file-states.ts';
import type { FileState, FileStates } from './file-states.ts';

/** Every file that something depends on, with what was there; sorted by path. */
export type FileList = readonly (readonly [path: string, state: FileState])[];

/** What is at every path now; undefined where that may not be what the processes found. */
export function listFiles(touched: TouchedFiles, states: FileStates): FileList | undefined {
  if (!touched.areAll) return undefined;
  const paths = [...new Set([...touched.loaded, ...touched.looked])].toSorted();
  const files = paths.map((path) => [path, states.stateOf(path)] as const);
  const isDoubtful = files.some(
    ([path, state]) => (state === ABSENT && touched.loaded.has(path)) || hasChangedSince(path, touched.since),
  );
  return isDoubtful ? undefined : files;
}

/** Whether at every path is what was there when the list was made. */
export function isUnchanged(files: FileList, states: FileStates): boolean {
  return files.every(([path, state]) => states.stateOf(path) === state);
}
