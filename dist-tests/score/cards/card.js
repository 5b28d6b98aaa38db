import { goldToDocument } from "../../document/gold.js";
import { POLICIES } from "../../model/policy.js";
import { isDefined } from "../../model/score.js";
import { scoreMetrics } from "../score-metrics.js";
import { CARD_ARTICLES } from "./articles.js";
import { DAMAGES } from "./damages.js";
/** The card of a metric, made from the articles that come with Assay. */
export function cardOf(metric) {
    const rows = DAMAGES.map((damage) => ({
        damage: damage.name,
        cells: CARD_ARTICLES.map((article) => cellOf(metric, damage, article)),
    }));
    const intact = rows[0].cells;
    return {
        metric: metric.name,
        figure: metric.headline,
        articles: CARD_ARTICLES.map(({ name }) => name),
        rows,
        blindTo: rows.slice(1).flatMap(({ damage, cells }) => (isBlind(cells, intact) ? [damage] : [])),
    };
}
/** Articles in which gold itself has no figure tell nothing. */
function isBlind(cells, intact) {
    const seen = cells
        .map((cell, index) => [cell, intact[index]])
        .filter(([cell, whole]) => cell !== undefined && isDefined(whole));
    return seen.length > 0 && seen.every(([cell, whole]) => cell === whole);
}
function cellOf(metric, damage, article) {
    const whole = toExtraction(DAMAGES[0], article);
    const extraction = toExtraction(damage, article);
    const isChanged = damage === DAMAGES[0] || read(metric, extraction) !== read(metric, whole);
    if (!isChanged)
        return undefined;
    return scoreMetrics(article.gold, extraction, POLICIES.article, [metric])[metric.name]?.figures[metric.headline];
}
/** What of an extraction a metric could see, to tell whether there is a change at all. */
function read({ needs, reads }, extraction) {
    if (reads !== 'metadata')
        return extraction.text ?? '';
    const field = Reflect.get(extraction, needs);
    return JSON.stringify(field) ?? '';
}
/** The article as a perfect extractor returns it, damaged: as text, as HTML, and in every field of metadata. */
export function toExtraction(damage, article) {
    const { about, metadata } = article.gold;
    const blocks = goldToDocument({ ...article.gold, metadata: {} }, POLICIES.article).blocks;
    const damaged = damage.apply(blocks, article);
    const texts = (values) => damage
        .apply(values.map((text) => ({ kind: 'p', text })), article)
        .map(({ text }) => text);
    const fields = {
        title: metadata.title,
        publisher: metadata.publisher,
        published: metadata.published,
        language: about.language,
    };
    const returned = Object.entries(fields).flatMap(([name, value]) => {
        const text = value === undefined ? '' : texts([value]).join(' ');
        return text === '' ? [] : [[name, text]];
    });
    return {
        text: damaged.map(({ text }) => text).join('\n'),
        html: damaged.map(toHtml).join('\n'),
        ...Object.fromEntries(returned),
        authors: texts(metadata.authors ?? []),
    };
}
function toHtml({ kind, text }) {
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return kind === 'ul' ? `<ul><li>${safe}</li></ul>` : `<${kind}>${safe}</${kind}>`;
}
