import { stat } from 'node:fs/promises';

/** Whether there is a file or folder of this path that can be looked at. */
export function pathExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
