import { isRecord } from "../../util/is-record.js";
import { readExtraction } from "../read-extraction.js";
/** What the harness and the child process of an extractor module say to each other. */
/** The file descriptor of the child at which they speak. */
export const CHANNEL_DESCRIPTOR = 3;
/** The second argument of a child that is to refuse the network itself. */
export const REFUSE_NETWORK = 'refuse-network';
/** Whether a message is one of those of the harness. */
export function isPageRequest(message) {
    return (isRecord(message) &&
        message['type'] === 'page' &&
        typeof message['number'] === 'number' &&
        isRecord(message['page']) &&
        isRecord(message['options']));
}
/**
 * Whether a message is one of those of the child, in all that is looked at: the extractor shares the descriptor, and what
 * it writes there is not to be taken for an answer that nothing can be done with.
 */
export function isChildMessage(message) {
    if (!isRecord(message))
        return false;
    const { type } = message;
    if (type === 'ready')
        return isDescription(message['about']) && isFileNames(message['files']);
    if (type === 'unusable')
        return typeof message['problem'] === 'string';
    if (typeof message['number'] !== 'number')
        return false;
    if (type === 'answered')
        return isAnswer(message['answer']) && isFileNames(message['files']);
    return type === 'started' || (type === 'harness-failed' && typeof message['message'] === 'string');
}
function isDescription(value) {
    return (isRecord(value) &&
        isTexts([value['name'], value['version']]) &&
        isTexts(value['accepts']) &&
        typeof value['baseline'] === 'boolean' &&
        typeof value['network'] === 'boolean');
}
function isFileNames(value) {
    return isRecord(value) && isTexts(value['loaded']) && isTexts(value['looked']);
}
const FAILURES = new Set(['threw', 'bad-output', 'too-large']);
function isAnswer(value) {
    if (!isRecord(value) || !Number.isFinite(value['ms']))
        return false;
    if (value['status'] === 'extracted')
        return readExtraction(value['extraction']).status === 'read';
    return (value['status'] === 'failed' && FAILURES.has(value['failure']) && typeof value['message'] === 'string');
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
