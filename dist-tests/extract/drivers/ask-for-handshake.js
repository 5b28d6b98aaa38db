import { AssayError } from "../../util/error.js";
import { DEFAULT_MEMORY_MB } from "../extractor.js";
import { AnswerLines } from "./answer-lines.js";
import { startCommand } from "./command-call.js";
import { describeWholeEnding } from "../../process/describe-ending.js";
import { isHandshake, readHandshake } from "./handshake.js";
import { killGroup } from "../../process/process-group.js";
import { STDOUT } from "../../process/start-group.js";
/**
 * Starts a command of `jsonl` with its input at its end, and waits for a handshake or for its own end: what gives
 * neither a handshake nor an error has none. So nothing hangs on how fast it starts.
 *
 * @throws AssayError `usage`: it ends with an error, does not end, or its handshake is none.
 */
export async function askForHandshake(call, source, limitMs) {
    const group = startCommand({ ...call, memoryMb: DEFAULT_MEMORY_MB, input: () => '' }, { stdin: false });
    let line;
    let isLate = false;
    const stop = () => killGroup(group.leader);
    const lines = new AnswerLines(group.pipes.at(STDOUT), {
        onObject: (object) => {
            if (!isHandshake(object))
                return;
            line ??= object;
            stop();
        },
        onFault: stop,
        onEnd: () => { },
    });
    const timer = setTimeout(() => {
        isLate = true;
        stop();
    }, limitMs);
    const ending = await group.ended;
    clearTimeout(timer);
    if (line !== undefined)
        return checked(line, source);
    if (isLate) {
        const expected = 'expected a handshake, or its end where it finds no input';
        throw new AssayError('usage', `${source}: found neither within ${limitMs} ms; ${expected}`);
    }
    if (ending.code === 0)
        return undefined;
    throw new AssayError('usage', `${source}: does not start: ${describeWholeEnding(ending)}${lines.noise}`);
}
function checked(line, source) {
    const reading = readHandshake(line);
    if (reading.status === 'read')
        return reading.handshake;
    throw new AssayError('usage', `${source}: its handshake is none: ${reading.fault}`);
}
