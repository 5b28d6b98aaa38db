/** Files that a process had to do with, absolute paths. */
export interface FileNames {
  /** What Node loaded: sources, packages, JSON, native add-ons. These were there. */
  readonly loaded: readonly string[];
  /** What was opened or asked about, whether it was there or not; folders too, with a separator behind one that was listed. */
  readonly looked: readonly string[];
}

/** The files that a number of processes had to do with so far. It only grows. */
export class TouchedFiles {
  /** When the first of the processes was started, milliseconds since 1970: no file was read before. */
  readonly since: number;
  /** As in `FileNames`. */
  readonly loaded = new Set<string>();
  readonly looked = new Set<string>();

  constructor(since: number) {
    this.since = since;
  }

  add({ loaded, looked }: FileNames): void {
    for (const path of loaded) this.loaded.add(path);
    for (const path of looked) this.looked.add(path);
  }
}
