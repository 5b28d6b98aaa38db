import type { Outcome } from '../../model/extraction.ts';
import type { Ending, Reply } from './module-process.ts';

/** What a page's outcome is when its process answered, ended or was late. `limitMs` is the page's limit. */
export function outcomeOfPage(reply: Reply<'answered'>, limitMs: number): Outcome {
  if (reply.type === 'answered') return reply.answer;
  if (reply.type === 'ended') return outcomeOfEnding(reply.ending);
  return failed('timeout', `no answer within ${limitMs} ms; the process was killed`);
}

/** What a page's outcome is when the process that was started for it did not get as far as taking pages. */
export function outcomeOfStart(reply: Reply<'unusable'>, limitMs: number): Outcome {
  if (reply.type === 'unusable') return failed('crashed', `in a new process ${reply.problem}`);
  if (reply.type === 'ended') return outcomeOfEnding(reply.ending);
  return failed('crashed', `the module did not load in a new process within ${limitMs} ms`);
}

/** How a process ended, in words, e.g. `ended with exit code 3`; without its last words. */
export function describeEnding({ code, signal, channelWasGarbled }: Ending): string {
  if (channelWasGarbled) return 'wrote to file descriptor 3, which is kept for the harness, and was killed';
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}

function outcomeOfEnding(ending: Ending): Outcome {
  if (heapOverflowed(ending))
    return failed('out-of-memory', 'V8 ended the process because its heap was full');
  const { lastWords } = ending;
  const report = lastWords === '' ? '' : `; the end of its standard error:\n${lastWords}`;
  return failed('crashed', `the process ${describeEnding(ending)}${report}`);
}

/** V8 says so on standard error and aborts; the words alone could be anybody's. */
function heapOverflowed({ signal, code, heapWasFull }: Ending): boolean {
  return heapWasFull && (signal === 'SIGABRT' || code === 134);
}

function failed(failure: 'timeout' | 'crashed' | 'out-of-memory', message: string): Outcome {
  return { status: 'failed', failure, message };
}
