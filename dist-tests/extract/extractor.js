/** Memory that the process of an extractor may have where nobody says otherwise, in megabytes. */
export const DEFAULT_MEMORY_MB = 2048;
/**
 * How long the process of an extractor may take until it takes pages where nobody says otherwise, in milliseconds: far
 * beyond what any needs on a busy machine.
 */
export const DEFAULT_START_LIMIT_MS = 30_000;
/** The longest time limit, in milliseconds: with the time to start, a timer of Node takes no more. */
export const LONGEST_TIMEOUT_MS = 2 ** 30;
