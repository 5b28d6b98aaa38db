/** The run was stopped before its end. What is done is in its folder, and `resume` goes on from there. */
export class RunStopped extends Error {
  readonly folder: string;
  /** Pages that are done, over all extractors and corpora. */
  readonly done: number;

  constructor(folder: string, done: number) {
    super(`the run in ${folder} was stopped`);
    this.folder = folder;
    this.done = done;
  }
}
