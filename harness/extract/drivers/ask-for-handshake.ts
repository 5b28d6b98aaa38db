import { AssayError } from '../../util/error.ts';
import { DEFAULT_MEMORY_MB } from '../extractor.ts';
import { AnswerLines } from './answer-lines.ts';
import { startCommand } from './command-call.ts';
import type { CommandCall } from './command-call.ts';
import { describeWholeEnding } from '../../process/describe-ending.ts';
import { isHandshake, readHandshake } from './handshake.ts';
import type { Handshake } from './handshake.ts';
import { killGroup } from '../../process/process-group.ts';
import { STDOUT } from '../../process/start-group.ts';

/**
 * Starts a command of `jsonl` with its input at its end, and waits for a handshake or for its own end: what gives
 * neither a handshake nor an error has none. So nothing hangs on how fast it starts.
 *
 * @throws AssayError `usage`: it ends with an error, does not end, or its handshake is none.
 */
export async function askForHandshake(
  call: Omit<CommandCall, 'input' | 'memoryMb'>,
  source: string,
  limitMs: number,
): Promise<Handshake | undefined> {
  const group = startCommand({ ...call, memoryMb: DEFAULT_MEMORY_MB, input: () => '' }, { stdin: false });
  let line: Readonly<Record<string, unknown>> | undefined;
  let isLate = false;
  const stop = (): void => killGroup(group.leader);
  const lines = new AnswerLines(group.pipes.at(STDOUT), {
    onObject: (object) => {
      if (!isHandshake(object)) return;
      line ??= object;
      stop();
    },
    onFault: stop,
    onEnd: () => {},
  });
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, limitMs);
  const ending = await group.ended;
  clearTimeout(timer);
  if (line !== undefined) return checked(line, source);
  if (isLate) {
    const expected = 'expected a handshake, or its end where it finds no input';
    throw new AssayError('usage', `${source}: found neither within ${limitMs} ms; ${expected}`);
  }
  if (ending.code === 0) return undefined;
  throw new AssayError('usage', `${source}: does not start: ${describeWholeEnding(ending)}${lines.noise}`);
}

function checked(line: Readonly<Record<string, unknown>>, source: string): Handshake {
  const reading = readHandshake(line);
  if (reading.status === 'read') return reading.handshake;
  throw new AssayError('usage', `${source}: its handshake is none: ${reading.fault}`);
}
