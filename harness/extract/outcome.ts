import type { FailureKind, Outcome } from '../model/extraction.ts';
import { causeOfEnding } from '../process/ending.ts';
import type { Ending } from '../process/ending.ts';
import { describeValue } from '../util/describe-value.ts';
import { firstLine } from '../util/printable.ts';
import { readExtraction } from './read-extraction.ts';
import type { ExtractionReading } from './read-extraction.ts';

/** What became of a page, made of what its driver got. `ms` is the page's time in milliseconds, where it is known. */

/** A page without an extraction. */
export function failed(failure: FailureKind, message: string, ms?: number): Outcome {
  return { status: 'failed', failure, message, ...(ms !== undefined && { ms }) };
}

/** An answer that was checked. */
export function outcomeOfReading(reading: ExtractionReading, ms?: number): Outcome {
  if (reading.status === 'bad') return failed(reading.failure, reading.message, ms);
  return { status: 'extracted', extraction: reading.extraction, ...(ms !== undefined && { ms }) };
}

/**
 * The answer of a command or service, read from JSON: the fields of an extraction, or `error`, a text that says why
 * there is none. An `id` is the driver's business and left out.
 */
export function outcomeOfAnswer(answer: Readonly<Record<string, unknown>>, ms?: number): Outcome {
  const { id: _, error, ...fields } = answer;
  if (typeof error === 'string') return failed('threw', firstLine(error), ms);
  if (error !== undefined && error !== null) {
    return failed('bad-output', `returned error: ${describeValue(error)}; expected a text`, ms);
  }
  return outcomeOfReading(readExtraction(fields), ms);
}

/**
 * A process that ended before it answered.
 *
 * @throws AssayError `usage` if the system was too short of processes or memory to start it.
 */
export function outcomeOfEnding(ending: Ending): Outcome {
  const { cause, message } = causeOfEnding(ending);
  return failed(cause, message);
}

/** The outcome with the memory that the page took, in megabytes, where that was seen. */
export function withMemory(outcome: Outcome, memoryMb: number | undefined): Outcome {
  return memoryMb === undefined || outcome.status !== 'extracted' ? outcome : { ...outcome, memoryMb };
}
