/** An extraction with the memory that the page took, in megabytes, where that was seen. */
export function withMemory(outcome, memoryMb) {
    return memoryMb === undefined || outcome.status !== 'extracted' ? outcome : { ...outcome, memoryMb };
}
