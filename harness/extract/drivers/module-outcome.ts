import type { Outcome } from '../../model/extraction.ts';
import type { Ending, Reply } from './module-process.ts';

/** What a page's outcome is when its process answered, ended or was late. `limitMs` is the page's limit. */
export function outcomeOfPage(reply: Reply<'answered'>, limitMs: number): Outcome {
  switch (reply.type) {
    case 'answered':
      return reply.answer;
    case 'late':
      return failed('timeout', `no answer within ${limitMs} ms; the process was killed`);
    case 'ended':
      return outcomeOfEnding(reply.ending);
  }
}

/** What a page's outcome is when the process that was started for it did not get as far as taking pages. */
export function outcomeOfStart(reply: Reply<'unusable'>, limitMs: number): Outcome {
  switch (reply.type) {
    case 'unusable':
      return failed('crashed', `in a new process ${reply.problem}`);
    case 'late':
      return failed('crashed', `the module did not load in a new process within ${limitMs} ms`);
    case 'ended':
      return outcomeOfEnding(reply.ending);
  }
}

/** How a process ended, in words: `ended with exit code 3`, with the end of its standard error. */
export function describeEnding({ code, signal, lastWords, channelWasGarbled }: Ending): string {
  if (channelWasGarbled) return 'wrote to file descriptor 3, which is kept for the harness, and was killed';
  const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
  return lastWords === '' ? how : `${how}; the end of its standard error:\n${lastWords}`;
}

function outcomeOfEnding(ending: Ending): Outcome {
  if (heapOverflowed(ending))
    return failed('out-of-memory', "the process filled V8's heap and was ended by it");
  return failed('crashed', `the process ${describeEnding(ending)}`);
}

/** V8 says so on standard error and aborts; the words alone could be anybody's. */
function heapOverflowed({ signal, code, heapWasFull }: Ending): boolean {
  return heapWasFull && (signal === 'SIGABRT' || code === 134);
}

function failed(failure: 'timeout' | 'crashed' | 'out-of-memory', message: string): Outcome {
  return { status: 'failed', failure, message };
}
