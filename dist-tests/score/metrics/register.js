import { unknownName } from "../../util/did-you-mean.js";
import { AssayError } from "../../util/error.js";
import { baseName } from "../metric.js";
import { authors } from "./authors.js";
import { edit } from "./edit.js";
import { exact } from "./exact.js";
import { glued } from "./glued.js";
import { language } from "./language.js";
import { order } from "./order.js";
import { published } from "./published.js";
import { publisher } from "./publisher.js";
import { repeats } from "./repeats.js";
import { rougeLsum } from "./rouge-lsum.js";
import { segmentsWcxb } from "./segments-wcxb.js";
import { segments } from "./segments.js";
import { shingles } from "./shingles.js";
import { structure } from "./structure.js";
import { title } from "./title.js";
import { tokens } from "./tokens.js";
import { words } from "./words.js";
/** Every metric, in the order of tables. A new metric is one file here and one line in this list. */
export const METRICS = [
    tokens,
    segments,
    shingles,
    words,
    segmentsWcxb,
    rougeLsum,
    edit,
    exact,
    structure,
    order,
    repeats,
    glued,
    title,
    authors,
    published,
    publisher,
    language,
];
/** The metric that ranks a corpus, by what its gold is. */
const PRIMARY = { text: tokens, segments };
/** The metric by which extractors are ranked where gold has this form. */
export function primaryMetric(gold) {
    return PRIMARY[gold];
}
/** Left out unless somebody asks for them: what they see others see as well, or they are slow. */
const ON_REQUEST = new Set([segmentsWcxb, words, rougeLsum, edit]);
/** What is computed unless somebody chooses. */
const DEFAULT_METRICS = METRICS.filter((metric) => !ON_REQUEST.has(metric));
/**
 * The metrics that a user named, in the order of tables, the primary ones always among them; the default ones if
 * nothing is named. A convention is chosen behind a colon: `shingles:empty=zero`.
 *
 * @throws AssayError `usage` for a name that no metric has, or an option that the metric has not.
 */
export function selectMetrics(names) {
    if (names === undefined)
        return DEFAULT_METRICS;
    const named = new Map(names.map(readMetric).map((metric) => [metric.name, metric]));
    return METRICS.flatMap((metric) => {
        const variants = [...named.values()].filter(({ name }) => baseName(name) === metric.name);
        return isPrimary(metric) && !named.has(metric.name) ? [metric, ...variants] : variants;
    });
}
/** The metric of a name as it stands in summaries, a variant too; nothing for one that this version does not know. */
export function metricNamed(name) {
    try {
        return readMetric(name);
    }
    catch (error) {
        if (error instanceof AssayError)
            return undefined;
        throw error;
    }
}
function readMetric(given) {
    const name = baseName(given);
    const metric = METRICS.find((each) => each.name === name);
    if (metric === undefined) {
        const known = METRICS.map((each) => each.name);
        throw new AssayError('usage', unknownName('metric', name, known));
    }
    if (!given.includes(':'))
        return metric;
    const options = given.slice(name.length + 1);
    return metric.variant?.(readOptions(metric, options)) ?? refuseOption(metric, options);
}
/** Every option of a metric, those not given at their default. */
function readOptions(metric, text) {
    const options = metric.options ?? {};
    const chosen = Object.fromEntries(Object.entries(options).map(([key, values]) => [key, values[0]]));
    for (const part of text.split(',')) {
        const [key = '', value = ''] = part.split('=', 2);
        if (options[key]?.includes(value) !== true)
            refuseOption(metric, part);
        chosen[key] = value;
    }
    return chosen;
}
function refuseOption({ name, options = {} }, found) {
    const known = Object.entries(options).flatMap(([key, values]) => values.map((value) => `${key}=${value}`));
    const expected = known.length === 0
        ? 'the metric has none'
        : `known are ${known.join(', ')}, as in ${name}:${known.at(-1)}`;
    throw new AssayError('usage', `metric ${name}: found the option "${found}"; ${expected}`);
}
function isPrimary(metric) {
    return Object.values(PRIMARY).includes(metric);
}
/** Whether a metric is computed unless somebody chooses. */
export function isDefault(metric) {
    return DEFAULT_METRICS.includes(metric);
}
