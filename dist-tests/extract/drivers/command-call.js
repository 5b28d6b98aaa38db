import { childEnvironment } from "../../process/child-settings.js";
import { startGroup } from "../../process/start-group.js";
/** Most output taken for one page, in bytes: what is more is no extraction of it. */
export const MOST_OUTPUT_BYTES = 2 ** 26;
/** What is said of a process that printed more. */
export const TOO_MUCH_OUTPUT = `printed more than ${MOST_OUTPUT_BYTES} bytes for one page, and was killed`;
/**
 * Starts the command, with pipes for what it reads and prints; without `stdin` it finds the end of its input at once.
 *
 * @throws Error if the system refuses.
 */
export function startCommand(call, { stdin }) {
    const { words, cwd, allowNetwork, memoryMb } = call;
    const env = { ...childEnvironment(process.env, { allowNetwork }), ...call.env };
    return startGroup({
        words,
        cwd,
        env,
        allowNetwork,
        memoryMb,
        stdin: stdin ? 'pipe' : 'ignore',
        stdout: 'pipe',
    });
}
