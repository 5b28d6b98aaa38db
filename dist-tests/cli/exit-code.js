/** What an exit code says, the same for every command. */
export const ExitCode = {
    DONE: 0,
    /** The gate or a check says no. */
    REFUSED: 1,
    /** Wrong use or bad input. */
    MISUSE: 2,
    /** The harness itself failed. */
    INTERNAL: 3,
    /** Stopped by Ctrl-C, as shells have it: 128 and the number of the signal. */
    INTERRUPTED: 130,
};
