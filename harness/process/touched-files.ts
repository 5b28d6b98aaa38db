/** Files that a process had to do with, absolute paths. */
export interface FileNames {
  /** What Node loaded: sources, packages, JSON, native add-ons. These were there. */
  readonly loaded: readonly string[];
  /** What was opened or asked about, whether it was there or not; folders too, with a separator behind one that was listed. */
  readonly looked: readonly string[];
  /** False where there were more than could be named. Default: true. */
  readonly areAll?: boolean;
}

/** Most files that are kept account of: far more than packages have. */
const MOST_FILES = 100_000;

/** The files that a number of processes had to do with so far. It only grows. */
export class TouchedFiles {
  /** When the first of the processes was started, milliseconds since 1970: no file was read before. */
  readonly since: number;
  /** As in `FileNames`. */
  readonly loaded = new Set<string>();
  readonly looked = new Set<string>();
  #areAll = true;

  constructor(since: number) {
    this.since = since;
  }

  /** Whether these are all: of more than 100,000 in each of the two sets the rest is not known. */
  get areAll(): boolean {
    return this.#areAll;
  }

  add({ loaded, looked, areAll = true }: FileNames): void {
    this.#areAll &&= areAll;
    this.#addTo(this.loaded, loaded);
    this.#addTo(this.looked, looked);
  }

  #addTo(known: Set<string>, paths: readonly string[]): void {
    for (const path of paths) {
      if (known.size < MOST_FILES) known.add(path);
      else this.#areAll &&= known.has(path);
    }
  }
}
