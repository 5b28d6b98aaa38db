import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of processes that are at work. State of the process, as the processes are. */
const folders = new Set<OwnFolder>();

/** A folder that one process has for its home and its temporary files. It is removed with the process, at the latest with this one. */
export class OwnFolder {
  /** As the process sees it. */
  readonly path: string;
  readonly #root: string;

  private constructor(path: string, root: string) {
    this.path = path;
    this.#root = root;
  }

  /**
   * @param place the folder that it is made in
   * @param root what stands before paths of the process where it sees other files than the harness
   */
  static make(place = tmpdir(), root = ''): OwnFolder {
    if (folders.size === 0) process.on('exit', removeAll);
    const made = mkdtempSync(`${root}${join(place, 'assay-')}`);
    const folder = new OwnFolder(made.slice(root.length), root);
    folders.add(folder);
    return folder;
  }

  /** What tells programs of it. */
  get variables(): Readonly<Record<string, string>> {
    const { path } = this;
    return { HOME: path, USERPROFILE: path, TMPDIR: path, TEMP: path, TMP: path };
  }

  remove(): void {
    if (!folders.delete(this)) return;
    if (folders.size === 0) process.off('exit', removeAll);
    // Of what cannot be removed, because another process writes to it still, the rest stays.
    try {
      rmSync(`${this.#root}${this.path}`, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // It lies in the temporary folder of the system.
    }
  }
}

function removeAll(): void {
  for (const folder of folders) folder.remove();
}
