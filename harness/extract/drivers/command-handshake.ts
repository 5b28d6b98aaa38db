import { describeWholeEnding } from '../../process/ending.ts';
import { JsonOutput } from '../../process/json-output.ts';
import { killGroup } from '../../process/process-group.ts';
import { STDOUT, startGroup } from '../../process/start-group.ts';
import type { GroupCall } from '../../process/start-group.ts';
import { AssayError } from '../../util/error.ts';
import { DEFAULT_MEMORY_MB } from '../extractor.ts';
import type { Handshake } from '../formats.ts';
import { MOST_ANSWER_BYTES } from '../read-extraction.ts';
import { variableHint } from '../variables.ts';

/** Whether an object on standard output is meant for a handshake. */
export function isHandshake(line: Readonly<Record<string, unknown>>): boolean {
  return 'assay' in line;
}

/**
 * Starts a command of `jsonl` with its input at its end, and waits for a handshake or for its own end: a command that
 * gives neither a handshake nor an error has none. So nothing depends on how fast it starts.
 *
 * @throws AssayError `usage`: it ends with an error, does not end, or its handshake is faulty.
 */
export async function askForHandshake(
  call: GroupCall,
  source: string,
  limitMs: number,
): Promise<Handshake | undefined> {
  const group = startGroup({ ...call, stdin: 'ignore', memoryMb: DEFAULT_MEMORY_MB });
  let line: Readonly<Record<string, unknown>> | undefined;
  let fault: string | undefined;
  let isLate = false;
  const stop = (): void => killGroup(group.leader);
  const output = new JsonOutput(group.pipeAt(STDOUT), MOST_ANSWER_BYTES, {
    onObject: (object) => {
      if (!isHandshake(object)) return;
      line ??= object;
      stop();
    },
    onFault: (_, message) => {
      fault ??= message;
      stop();
    },
    onEnd: () => {},
  });
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, limitMs);
  const ending = await group.ended;
  clearTimeout(timer);
  if (line !== undefined) return checkHandshake(line, source);
  if (fault !== undefined)
    throw new AssayError('usage', `${source}: does not start: ${fault}${output.noise}`);
  if (isLate) {
    const expected = 'expected a handshake, or its end where it finds no input';
    throw new AssayError('usage', `${source}: found neither within ${limitMs} ms; ${expected}`);
  }
  if (ending.code === 0) return undefined;
  const why = `${describeWholeEnding(ending)}${output.noise}`;
  throw new AssayError('usage', `${source}: does not start: ${why}${variableHint(why, call.env)}`);
}

async function checkHandshake(line: Readonly<Record<string, unknown>>, source: string): Promise<Handshake> {
  const { readHandshake } = await import('../formats.ts');
  const reading = readHandshake(line);
  if (reading.status === 'read') return reading.handshake;
  throw new AssayError('usage', `${source}: its handshake is none: ${reading.fault}`);
}
