import { expect, test } from 'vitest';
import { describeEnding } from '../process/ending.ts';
import { failed, outcomeOfEnding, withNetworkHint, withWords } from './outcome.ts';

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

test.each([
  'TypeError: fetch failed, caused by Error: connect ENETUNREACH 192.0.2.1:80',
  'Error: getaddrinfo EAI_AGAIN a.example',
  '<urlopen error [Errno -3] Temporary failure in name resolution>',
  'dial tcp 192.0.2.1:80: connect: network is unreachable',
])('%s: the failure says that the network was refused', (message) => {
  expect(withNetworkHint(failed('threw', message))).toEqual({
    status: 'failed',
    failure: 'threw',
    message: `${message}; extractors run without a network unless they declare network: true`,
  });
});

test.each([
  'TypeError: no body',
  'Error: a connection was refused: extractors run without a network unless they declare network: true',
])('%s: nothing is added', (message) => {
  expect(withNetworkHint(failed('threw', message))).toEqual(failed('threw', message));
});

test('a failure keeps what is not empty of its words, the end of what was written', () => {
  const outcome = failed('threw', 'Error: no');
  expect(withWords(outcome, { stack: '', output: ' \n' })).toEqual(outcome);
  expect(withWords(outcome, { stack: 'at a.ts:1:2', output: `${'o'.repeat(3000)}\u001B[31m!` })).toEqual({
    ...outcome,
    stack: 'at a.ts:1:2',
    output: `${'o'.repeat(2047)}!`,
  });
});
