/** The files that the processes of a session had to do with so far, as absolute paths. It only grows. */
export class TouchedFiles {
    /** When the first of the processes was started, milliseconds since 1970: no file was read before. */
    since;
    /** What Node loaded: sources, packages, JSON, native add-ons. These were there. */
    loaded = new Set();
    /** What was opened or looked for, whether it was there or not; folders too. */
    looked = new Set();
    constructor(since) {
        this.since = since;
    }
    add({ loaded, looked }) {
        for (const path of loaded)
            this.loaded.add(path);
        for (const path of looked)
            this.looked.add(path);
    }
}
