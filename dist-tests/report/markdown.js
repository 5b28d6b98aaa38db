import { describeFailures, describeRepeats, describeWorst, failedPages } from "./findings.js";
import { leaderboards } from "./leaderboard.js";
import { escapeMarkdown as escape, markdownTable } from "./markdown-table.js";
import { entriesOf } from "./ranked-entries.js";
import { companionTable } from "./side-tables.js";
/** `report.md`: what was run, one table for each corpus, every failed page, the worst pages. */
export function markdownReport(input) {
    const { description } = input;
    const tables = leaderboards(input, { isLong: true });
    const sections = description.corpora.flatMap((corpus, index) => {
        const entries = entriesOf(input, corpus.name);
        return [
            ...markdownTable(tables[index]),
            ...renderCompanions(companionTable(input, corpus.name)),
            ...entries.flatMap((entry) => renderFailures(input, entry)),
            ...entries.flatMap(renderRepeats),
            ...entries.flatMap(renderWorstPages),
        ];
    });
    return `${['# Assay run', ...renderDescription(input), ...sections].join('\n\n')}\n`;
}
function renderDescription({ description }) {
    const { started, assay, machine, options } = description;
    const extractors = description.extractors.map(({ name, version }) => `${escape(name)} ${escape(version)}`);
    return [
        [
            `- Started: ${started}, Assay ${assay}`,
            `- Extractors: ${extractors.join(', ')}`,
            `- Machine: ${machine.platform} ${machine.arch}, ${escape(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}, Unicode ${machine.unicode}`,
            `- Workers: ${options.workers}, time limit: ${options.timeoutMs} ms a page, memory limit: ${options.memoryMb} MB${shardOf(options)}`,
            `- Network: ${describeNetwork(description.extractors)}`,
        ].join('\n'),
    ];
}
/** How far extractors were kept from the network: `refused by namespace: a, b; allowed: c`. */
function describeNetwork(extractors) {
    const kinds = [...new Set(extractors.map(({ network }) => network))];
    const named = kinds.map((kind) => {
        const names = extractors.filter(({ network }) => network === kind).map(({ name }) => escape(name));
        return `${kind}: ${names.join(', ')}`;
    });
    return named.join('; ');
}
function shardOf({ shard, repeat }) {
    const part = shard === undefined ? '' : `, shard ${shard.index} of ${shard.count}`;
    return repeat === undefined ? part : `${part}, each page ${repeat} times`;
}
function renderCompanions(table) {
    return table === undefined ? [] : markdownTable(table);
}
function renderFailures(input, entry) {
    const failed = failedPages(input, entry);
    if (failed.length === 0)
        return [];
    const lines = failed.map(({ page, failure, message }) => `- ${escape(page)}: **${failure}**, ${escape(message)}`);
    return [`### ${escape(entry.name)} failed: ${describeFailures(entry)}`, lines.join('\n')];
}
function renderRepeats(entry) {
    const said = describeRepeats(entry);
    if (said === undefined)
        return [];
    const pages = entry.repeats.differing.map((page) => `- ${escape(page)}`);
    return [`**${escape(entry.name)}**: ${said}`, ...(pages.length === 0 ? [] : [pages.join('\n')])];
}
function renderWorstPages(entry) {
    if (entry.baseline || entry.worst.length === 0)
        return [];
    const rows = entry.worst.map((page) => `| ${page.value.toFixed(3)} | ${escape(page.site)} | ${escape(page.page)} | ${describeWorst(entry, page)} |`);
    const header = `| ${entry.primary} F1 | site | page | |\n| --: | :-- | :-- | :-- |`;
    return [`### Worst pages of ${escape(entry.name)}`, [header, ...rows].join('\n')];
}
