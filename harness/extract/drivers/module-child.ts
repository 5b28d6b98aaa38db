import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Page } from '../../model/page.ts';
import type { ExtractorDefinition } from '../define-extractor.ts';
import { prepareInput } from '../prepare-input.ts';
import { readDefinition } from '../read-definition.ts';
import { readExtraction } from '../read-extraction.ts';
import { Channel } from './channel.ts';
import { describeLoadError, describeThrown } from './describe-thrown.ts';
import { CHANNEL_DESCRIPTOR } from './module-protocol.ts';
import type { Answer, ChildMessage, PageRequest } from './module-protocol.ts';

/**
 * The program of a child process: loads the module that its first argument names (a file URL), says what it
 * is, then takes pages one at a time. It holds no time limits and catches no stray errors: a process
 * that errs outside of `extract` is to die of it, and the harness sees that it did.
 */

let extractor: ExtractorDefinition | undefined;

const channel = new Channel(new Socket({ fd: CHANNEL_DESCRIPTOR }), {
  onMessage: (message) => void serve(message as PageRequest),
  onEnd: endGroup,
});

function send(message: ChildMessage): void {
  channel.send(message);
}

extractor = await load(process.argv[2] ?? '');

/** The harness is gone: ends this process and everything it started, which share its process group. */
function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // No process group of our own (Windows).
  }
  process.exit();
}

async function load(moduleUrl: string): Promise<ExtractorDefinition | undefined> {
  try {
    const module = (await import(moduleUrl)) as Record<string, unknown>;
    return announce(module);
  } catch (error) {
    send({ type: 'unusable', problem: `the module does not load: ${describeLoadError(error)}` });
    return undefined;
  }
}

function announce(module: Readonly<Record<string, unknown>>): ExtractorDefinition | undefined {
  if (!('default' in module)) {
    send({ type: 'unusable', problem: 'the module has no default export' });
    return undefined;
  }
  const reading = readDefinition(module.default);
  if (reading.status === 'malformed') {
    send({ type: 'unusable', problem: `the extractor is malformed: ${reading.faults.join('; ')}` });
    return undefined;
  }
  const { name, version, accepts, baseline = false } = reading.definition;
  send({ type: 'ready', about: { name, version, accepts: [...accepts], baseline } });
  return reading.definition;
}

async function serve({ page }: PageRequest): Promise<void> {
  if (extractor === undefined) return;
  send({ type: 'started' });
  const input = await prepareInput(page, extractor.accepts).catch((error: unknown) => {
    send({ type: 'harness-failed', message: describeThrown(error) });
  });
  if (input === undefined) return;
  const answer = await run(extractor, input);
  // A promise that `extract` left behind rejected ends the process in this turn; then it must not have answered.
  await nextTurn();
  send({ type: 'answered', answer });
}

async function run(
  extractor: ExtractorDefinition,
  input: Parameters<ExtractorDefinition['extract']>[0],
): Promise<Answer> {
  const start = performance.now();
  try {
    const returned: unknown = await extractor.extract(input);
    const ms = performance.now() - start;
    const reading = readExtraction(returned);
    if (reading.status === 'read') return { status: 'extracted', extraction: reading.extraction, ms };
    return { status: 'failed', failure: 'bad-output', message: reading.message, ms };
  } catch (error) {
    const ms = performance.now() - start;
    return { status: 'failed', failure: 'threw', message: describeThrown(error), ms };
  }
}
