import type { Outcome } from '../model/extraction.ts';

/** An extraction with the memory that the page took, in megabytes, where that was seen. */
export function withMemory(outcome: Outcome, memoryMb: number | undefined): Outcome {
  return memoryMb === undefined || outcome.status !== 'extracted' ? outcome : { ...outcome, memoryMb };
}
