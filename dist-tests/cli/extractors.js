import { Command } from 'commander';
import pc from 'picocolors';
import { listExtractors } from "../config/open-extractors.js";
import { loadConfig } from "../config/load-config.js";
import { pad, widest } from "../report/columns.js";
import { toJson } from "../util/json.js";
import { extractorsTestCommand } from "./extractors-conformance.js";
import { CONFIG_OPTION } from "./options.js";
/** `assay extractors`: what is known, what runs here, and what to do for the rest. */
export function extractorsCommand(setExitCode) {
    return new Command('extractors')
        .description('List the extractors that are known, and say which of them run here.')
        .option(...CONFIG_OPTION)
        .option('--json', 'print the list as JSON')
        .action(printExtractors)
        .addCommand(extractorsTestCommand(setExitCode));
}
async function printExtractors({ config, json }) {
    const extractors = await listExtractors(await loadConfig(config));
    if (json)
        process.stdout.write(toJson({ schema: 'assay/extractors@1', extractors }));
    else
        console.log(toText(extractors));
}
function toText(extractors) {
    const width = widest(extractors.map(({ name }) => name));
    const lines = extractors.map(({ name, description, state }) => {
        const head = `${state.runs ? pc.green('runs') : pc.red('no  ')}  ${pad(name, width)}`;
        if (!state.runs)
            return `${head}  ${description}\n${' '.repeat(width + 8)}${pc.red(state.problem)}`;
        const { version, driver, accepts, network } = state;
        const about = `${driver}, ${accepts.join(' and ')}, network ${network}`;
        return `${head}  ${description}\n${' '.repeat(width + 8)}${pc.dim(`${version}; ${about}`)}`;
    });
    return lines.join('\n');
}
