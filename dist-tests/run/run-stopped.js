/** The run was stopped before its end. What is done is in its folder, and `resume` goes on from there. */
export class RunStopped extends Error {
    folder;
    /** Pages that are done, over all extractors and corpora. */
    done;
    constructor(folder, done) {
        super(`the run in ${folder} was stopped`);
        this.folder = folder;
        this.done = done;
    }
}
