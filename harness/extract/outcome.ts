import type { FailureKind, Outcome } from '../model/extraction.ts';
import { causeOfEnding } from '../process/ending.ts';
import type { Ending } from '../process/ending.ts';
import { describeValue } from '../util/describe-value.ts';
import { firstLine, plainText } from '../util/printable.ts';
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

/** A failed outcome with what the extractor left behind for it, cut from its beginning; empty texts are left out. */
export function withWords(
  outcome: Outcome,
  { stack = '', output = '' }: { readonly stack?: string; readonly output?: string },
): Outcome {
  if (outcome.status !== 'failed') return outcome;
  const [shownStack, shownOutput] = [plainText(stack), plainText(output).slice(-LONGEST_OUTPUT).trim()];
  return {
    ...outcome,
    ...(shownStack !== '' && { stack: shownStack }),
    ...(shownOutput !== '' && { output: shownOutput.toWellFormed() }),
  };
}

/** How much of what an extractor wrote is kept, in UTF-16 code units. */
const LONGEST_OUTPUT = 2048;

/** How systems and languages say that a network is not there. */
const NO_NETWORK =
  /\b(?:ENETUNREACH|EHOSTUNREACH|EAI_AGAIN|ENOTFOUND|EADDRNOTAVAIL)\b|network is unreachable|name resolution/i;

/** A failure of an extractor that was refused the network: says so where it seems to have wanted it. */
export function withNetworkHint(outcome: Outcome): Outcome {
  if (outcome.status !== 'failed' || !NO_NETWORK.test(outcome.message)) return outcome;
  if (outcome.message.includes('network: true')) return outcome;
  const hint = 'extractors run without a network unless they declare network: true';
  return { ...outcome, message: `${outcome.message}; ${hint}` };
}
