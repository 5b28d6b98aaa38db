import { describeEnding, outcomeOfEnding } from "../../process/describe-ending.js";
import { CHANNEL_DESCRIPTOR } from "./module-protocol.js";
/** What a page's outcome is when its process answered, ended or was late. `limitMs` is the page's limit. */
export function outcomeOfPage(reply, limitMs) {
    if (reply.type === 'answered')
        return reply.answer;
    if (reply.type === 'ended')
        return outcomeOfModuleEnding(reply.ending);
    return failed('timeout', `no answer within ${limitMs} ms; the process was killed`);
}
/** What a page's outcome is when the process that was started for it did not get as far as taking pages. */
export function outcomeOfStart(reply, limitMs) {
    if (reply.type === 'unusable')
        return failed('crashed', `in a new process ${reply.problem}`);
    if (reply.type === 'ended')
        return outcomeOfModuleEnding(reply.ending);
    return failed('crashed', `the module did not load in a new process within ${limitMs} ms`);
}
/** How the process of a module ended, in words; without its last words. */
export function describeModuleEnding(ending) {
    if (!ending.channelWasGarbled)
        return describeEnding(ending);
    return `wrote to file descriptor ${CHANNEL_DESCRIPTOR}, which is kept for the harness, and was killed`;
}
function outcomeOfModuleEnding(ending) {
    if (!ending.channelWasGarbled)
        return outcomeOfEnding(ending);
    return failed('crashed', `the process ${describeModuleEnding(ending)}`);
}
function failed(failure, message) {
    return { status: 'failed', failure, message };
}
