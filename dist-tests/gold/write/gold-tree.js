import { listValue, mapValue, textValue } from "./tree.js";
/**
 * What a gold file has to say for this gold. Lists that are empty because their key is absent (traits, comments,
 * boilerplate, one of the two lists of segments) are left out. In `boilerplate`, neighbours of one category and origin are one entry with a list.
 */
export function treeOfGold({ about, metadata, body, segments, comments, boilerplate }) {
    const { url, captured, response, language, kind, traits, labelled } = about;
    const { title, publisher, authors, published } = metadata;
    const root = mapValue({
        url: optionalText(url),
        captured: optionalText(captured),
        response: response && wordsOf({ status: response.status?.toString(), type: response.type }),
        language: optionalText(language),
        kind: optionalText(kind),
        traits: traits.length === 0 ? undefined : textsOf(traits),
        labelled: labelled && wordsOf({ by: labelled.by, on: labelled.on }),
        title: optionalText(title),
        publisher: optionalText(publisher),
        authors: authors && textsOf(authors),
        published: optionalText(published),
        body: body && listValue(body.map(entryOf)),
        segments: segments && segmentsOf(segments),
        comments: comments.length === 0 ? undefined : listValue(comments.map(blockOf)),
        boilerplate: boilerplate.length === 0 ? undefined : listValue(runsOf(boilerplate).map(runOf)),
    });
    return { head: [], root };
}
function optionalText(text) {
    return text === undefined ? undefined : textValue(text);
}
function textsOf(texts) {
    return listValue(texts.map(textValue));
}
function wordsOf(words) {
    return mapValue(Object.fromEntries(Object.entries(words).map(([key, word]) => [key, optionalText(word)])));
}
function segmentsOf({ with: wanted, without }) {
    const isEmpty = wanted.length + without.length === 0;
    const listed = (texts) => texts.length === 0 && !isEmpty ? undefined : textsOf(texts);
    return mapValue({ with: listed(wanted), without: listed(without) });
}
function entryOf(entry) {
    return entry.type === 'boilerplate' ? runOf([entry]) : blockOf(entry);
}
function blockOf(block) {
    return mapValue({ [`${block.kind}${block.optional ? '?' : ''}`]: contentOf(block), ...originOf(block) });
}
function originOf({ from }) {
    return { from: optionalText(from) };
}
function contentOf(block) {
    if ('items' in block)
        return listValue(block.items.map(cellOf));
    if ('rows' in block)
        return listValue(block.rows.map((row) => listValue(row.map(cellOf))));
    if ('text' in block)
        return textValue(block.text);
    return listValue(block.entries.map(({ term, texts }) => listValue([textValue(term), ...texts.map(cellOf)])));
}
function cellOf(cell) {
    return typeof cell === 'string' ? textValue(cell) : listValue(cell.map(blockOf));
}
function runsOf(blocks) {
    const runs = [];
    for (const block of blocks) {
        const last = runs.at(-1);
        if (last?.[0].category === block.category && last[0].from === block.from)
            last.push(block);
        else
            runs.push([block]);
    }
    return runs;
}
function runOf(run) {
    const [first] = run;
    const content = run.length === 1 ? textValue(first.text) : textsOf(run.map(({ text }) => text));
    return mapValue({ [first.category]: content, ...originOf(first) });
}
