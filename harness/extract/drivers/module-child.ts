import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Channel } from '../../process/channel.ts';
import { takeFileNames } from '../../process/loaded-files.ts';
import { refuseNetwork } from '../../process/refuse-network.ts';
import { isRecord } from '../../util/is-record.ts';
import type { JsonObject } from '../../util/json.ts';
import { readDefinition } from '../define-extractor.ts';
import type { ExtractorDefinition, ExtractorInput } from '../define-extractor.ts';
import { loadFlattener } from '../input-reader.ts';
import { toSentAnswer } from '../sent-answer.ts';
import type { SentAnswer } from '../sent-answer.ts';
import { describeLoadError, describeThrown, stackOf } from './describe-thrown.ts';
import { beginPageOutput, watchOutput, writtenOutput } from './module-output.ts';
import {
  CHANNEL_DESCRIPTOR,
  LONGEST_REQUEST,
  REFUSE_NETWORK,
  fromSentPage,
  packMessage,
  unpackRequest,
} from './module-protocol.ts';
import type { ChildMessage, PageRequest } from './module-protocol.ts';

/**
 * The program of a child process: loads the module that its first argument names (a file URL), says what it
 * is, then takes pages one at a time. It has no time limits and catches no stray errors: a process that errs
 * outside of `extract` is to die of it, and the harness sees that it did.
 */

/** The extractor and how it gets its pages. */
interface Loaded {
  readonly extractor: ExtractorDefinition;
  /** Makes text of a web page where the extractor takes text alone. */
  readonly flatten: (input: ExtractorInput) => ExtractorInput;
}

/** What came of a page. */
type RunResult = { readonly ms: number } & (
  | { readonly type: 'returned'; readonly answer: SentAnswer }
  | { readonly type: 'threw'; readonly message: string; readonly stack: string }
);

/** The clock as it was before the module came: fakes of timers put another in its place. */
const now = performance.now.bind(performance);

let loaded: Loaded | undefined;
/** Resolves when the page in work is done: one that came ahead of its turn waits for that. */
let last: Promise<void> = Promise.resolve();

if (process.argv[3] === REFUSE_NETWORK) {
  refuseNetwork('extractors run without a network unless they declare network: true');
}

const channel = new Channel(new Socket({ fd: CHANNEL_DESCRIPTOR }), LONGEST_REQUEST, {
  onMessage: (body) => {
    if (loaded === undefined) return;
    const server = loaded;
    const request = unpackRequest(body);
    last = last.then(() => serve(server, request));
  },
  onEnd: endGroup,
});

watchOutput();
await start(process.argv[2] ?? '');

function send(message: ChildMessage): void {
  channel.send([packMessage(message)]);
}

/** The harness is gone: ends this process and everything it started, which share its process group. */
function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // No process group of our own (Windows).
  }
  process.exit();
}

/** Loads the module and says what it is, or why it cannot be used. */
async function start(moduleUrl: string): Promise<void> {
  const extractor = await load(moduleUrl);
  if (typeof extractor === 'string') {
    send({ type: 'unusable', problem: extractor });
    return;
  }
  const { name, version, accepts, baseline = false, network = false } = extractor;
  loaded = { extractor, flatten: await loadFlattener(accepts) };
  const about = { name, version, accepts: [...accepts], baseline, network };
  send({ type: 'ready', about, files: takeFileNames() });
}

/** The definition that the module exports, or what is wrong with it. */
async function load(moduleUrl: string): Promise<ExtractorDefinition | string> {
  try {
    const module: unknown = await import(moduleUrl);
    if (!isRecord(module) || !('default' in module)) {
      return 'the module has no default export; expected export default defineExtractor({ … })';
    }
    const reading = readDefinition(module['default']);
    if (reading.status === 'read') return reading.definition;
    return `the module exports no extractor: ${reading.faults.join('; ')}`;
  } catch (error) {
    return `the module does not load: ${describeLoadError(error)}`;
  }
}

async function serve({ extractor, flatten }: Loaded, { number, page, options }: PageRequest): Promise<void> {
  send({ type: 'started', number });
  let input: ExtractorInput;
  try {
    input = flatten(fromSentPage(page));
  } catch (error) {
    send({ type: 'not-read', number, message: describeThrown(error) });
    return;
  }
  beginPageOutput();
  const result = await run(extractor, input, options);
  // A rejected promise that `extract` left behind ends the process in this turn, before it has answered.
  await nextTurn();
  // All of it, before the next page holds the event loop.
  const message: ChildMessage = { ...result, number, written: writtenOutput(), files: takeFileNames() };
  await new Promise<void>((resolve) => channel.send([packMessage(message)], resolve));
}

/** The answer as it was returned: whether it is an extraction the harness sees. */
async function run(
  extractor: ExtractorDefinition,
  input: ExtractorInput,
  options: JsonObject,
): Promise<RunResult> {
  const began = now();
  try {
    const returned: unknown = await extractor.extract(input, options);
    const ms = now() - began;
    return { type: 'returned', ms, answer: toSentAnswer(returned) };
  } catch (error) {
    const ms = now() - began;
    return { type: 'threw', ms, message: describeThrown(error), stack: stackOf(error) };
  }
}
