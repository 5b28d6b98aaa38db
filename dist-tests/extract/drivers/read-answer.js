import { outcomeOfAnswer } from "../answer-outcome.js";
import { describeValue } from "../../util/describe-value.js";
import { firstLine } from "../../util/printable.js";
/**
 * What the answer of a command or service to a page is: `{"id", …}` with the fields of an extraction, or with
 * `error`, a text that says why there is none. `ms` is the page's time, where that is known.
 */
export function readAnswer(answer, ms) {
    const time = ms === undefined ? {} : { ms };
    const { id: _, error, ...fields } = answer;
    if (typeof error === 'string') {
        return { status: 'failed', failure: 'threw', message: firstLine(error), ...time };
    }
    if (error !== undefined && error !== null) {
        const message = `returned error: ${describeValue(error)}; expected a text`;
        return { status: 'failed', failure: 'bad-output', message, ...time };
    }
    return outcomeOfAnswer(fields, ms);
}
