import { expect, test } from 'vitest';
import { describeEnding } from '../process/ending.ts';
import { outcomeOfEnding } from './outcome.ts';

const NEVER = { code: null, signal: null, lastWords: '', heapWasFull: false };

test('a program that the system cannot run is a crash of its page', () => {
  const message =
    'the process could not be started (EACCES): is the program there, and what its first line names?';
  expect(outcomeOfEnding({ ...NEVER, notStarted: 'EACCES' })).toEqual({
    status: 'failed',
    failure: 'crashed',
    message,
  });
  expect(`the process ${describeEnding({ ...NEVER, notStarted: 'EACCES' })}`).toBe(message);
});

test('a system that starts no further process ends the run, as no page is at fault', () => {
  expect(() => outcomeOfEnding({ ...NEVER, notStarted: 'EAGAIN' })).toThrow(
    'the system starts no further process (EAGAIN); end other processes or run with fewer --workers, then go on with --resume',
  );
});
