import { extractionToDocument } from "../../document/extraction.js";
import { documentToText } from "../../document/plain-text.js";
import { CONFORMANCE_CASES } from "./cases.js";
import { articlePage, textPage, webPage } from "./pages.js";
/**
 * Puts an extractor through cases that real pages will bring up: charsets, empty and huge pages, surrogate pairs,
 * broken pages; whether its answers hold known fields only, whether it answers the same page alike twice, and whether
 * it takes the media that it says it accepts.
 */
export async function checkConformance(extractor, limits) {
    const session = await extractor.open({ workers: 1, ...limits });
    try {
        const results = [];
        const seen = [];
        for (const each of CONFORMANCE_CASES)
            results.push(await runCase(session, each, seen));
        results.push(await checkRepetition(session, seen), await checkMedia(session, extractor, seen));
        return [...results, checkFields(seen)];
    }
    finally {
        await session.close();
    }
}
async function runCase(session, { name, claim, pages }, seen) {
    const problems = [];
    for (const wanted of pages) {
        const outcome = await session.extract(wanted.page);
        seen.push({ page: wanted.page, outcome });
        const problem = problemOf(outcome, wanted);
        if (problem !== undefined && !namesField(outcome))
            problems.push(`${wanted.page.id}: ${problem}`);
    }
    return resultOf(name, claim, problems);
}
async function checkRepetition(session, seen) {
    const page = webPage('twice', articlePage('twice', 'The bridge is from the year 1871.'));
    const texts = [];
    for (let count = 0; count < 2; count++) {
        const outcome = await session.extract(page);
        seen.push({ page, outcome });
        texts.push(outcome.status === 'extracted' ? JSON.stringify(outcome.extraction) : outcome.status);
    }
    const same = texts[0] === texts[1];
    const problems = same ? [] : [`${page.id}: the two extractions differ`];
    return resultOf('repeat', 'the same page comes out the same a second time', problems);
}
/** An extractor that accepts plain text gets some, and none that does not. */
async function checkMedia(session, { accepts }, seen) {
    const page = textPage('plain-text');
    const outcome = await session.extract(page);
    seen.push({ page, outcome });
    const problem = outcome.status === 'skipped' ? undefined : problemOf(outcome, { page });
    const claim = accepts.includes('text')
        ? 'pages of plain text are taken, as it accepts them'
        : 'pages of plain text are skipped, as it does not accept them';
    return resultOf('media', claim, problem === undefined ? [] : [`${page.id}: ${problem}`]);
}
function checkFields(seen) {
    const problems = seen.flatMap(({ page, outcome }) => outcome.status === 'failed' && namesField(outcome) ? [`${page.id}: ${outcome.message}`] : []);
    return resultOf('unknown-field', 'answers hold known fields only, of the right types', problems.slice(0, 1));
}
/** Whether the outcome is a field that does not belong in an answer: told once, not for every case. */
function namesField(outcome) {
    return (outcome.status === 'failed' &&
        /^returned (?:an object with the unknown field|\w+: )/.test(outcome.message));
}
function problemOf(outcome, { wanted, unwanted }) {
    if (outcome.status === 'skipped')
        return `skipped: ${outcome.reason}`;
    if (outcome.status === 'failed')
        return `${outcome.failure}: ${outcome.message}`;
    if (wanted === undefined && unwanted === undefined)
        return undefined;
    const text = textOf(outcome.extraction);
    if (wanted !== undefined && !fold(text).includes(fold(wanted))) {
        return `"${wanted}" did not come out${text === '' ? '; nothing did' : ''}`;
    }
    if (unwanted !== undefined && text.includes(unwanted))
        return `${JSON.stringify(unwanted)} came out`;
    return undefined;
}
/** Everything that came out: the blocks, and the text where there is one. */
function textOf(extraction) {
    return `${documentToText(extractionToDocument(extraction))}\n${extraction.text ?? ''}`.trim();
}
/** White space is no matter of this test. */
function fold(text) {
    return text.replace(/\s+/g, '');
}
function resultOf(name, claim, problems) {
    return { name, claim, holds: problems.length === 0, problems };
}
