import { catalogueSection } from "./catalogue-section.js";
import { choiceText } from "./choice-text.js";
import { formatCount, formatNumber } from "../format.js";
import { languagesOf } from "./languages-of.js";
import { leaderboards } from "../leaderboard.js";
import { escapeMarkdown, markdownTable } from "../markdown-table.js";
import { publishedSection } from "./published-section.js";
import { entriesOf } from "../ranked-entries.js";
import { companionTable, otherFiguresTable } from "../side-tables.js";
import { speedTable } from "./speed-table.js";
/**
 * The page of leaderboards that is committed: for each corpus quality with intervals and ranks, what the statistics
 * support in words, other figures, structure and metadata, speed, and what was published; at its end what did not run.
 */
export function leaderboardPage(page) {
    const { run, others } = page;
    const tables = leaderboards(run, { isNarrow: true });
    const sections = run.description.corpora.flatMap(({ name }, index) => corpusSections(page, name, tables[index]));
    const parts = ['# Leaderboards', about(run), ...sections, ...catalogueSection(run.description, others)];
    return `${parts.join('\n\n')}\n`;
}
function corpusSections({ run, fields, plots, published }, corpus, table) {
    const plot = plots.get(corpus);
    const field = fields.find((each) => each.corpus === corpus);
    const sideTables = [otherFiguresTable(run, corpus), companionTable(run, corpus)];
    return [
        ...markdownTable(table, { isFolded: true }),
        ...choiceText(field, languagesOf(run.description)),
        ...(plot === undefined ? [] : [`![F1 against milliseconds a page](${plot})`]),
        ...sideTables.flatMap((each) => (each === undefined ? [] : markdownTable(each, { isFolded: true }))),
        ...speedTable(run.description, corpus, entriesOf(run, corpus)),
        ...published.filter((each) => each.corpus === corpus).flatMap(publishedSection),
    ];
}
function about({ description }) {
    const { started, assay, machine, extractors, options } = description;
    const workers = options.workers === 1 ? 'one worker' : `${options.workers} workers`;
    return [
        `Made by \`npm run leaderboard\` with Assay ${assay}: ${formatNumber(extractors.length, 'extractor')} (versions at the end), run from ${started.slice(0, 10)} on ${machine.platform} ${machine.arch}, ${escapeMarkdown(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}, ${workers}, ${formatCount(options.timeoutMs)} ms and ${formatCount(options.memoryMb)} MB a page at most.`,
        'Nothing is averaged over corpora: each has pages of its own sort, and ranks of its own.',
    ].join('\n');
}
