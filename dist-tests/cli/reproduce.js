import { Command } from 'commander';
import { toJson } from "../util/json.js";
import { ExitCode } from "./exit-code.js";
import { ProgressBar } from "./progress.js";
/** `assay reproduce`: published tables against ours. */
export function reproduceCommand(setExitCode) {
    return new Command('reproduce')
        .description('Compute published tables again from the data they were made of, cell by cell; exit code 1 if one is off.')
        .requiredOption('--data <dir>', 'folder with a clone of each benchmark: aeb/, trafilatura/; one that is missing is skipped (required)')
        .option('--json', 'print the cells as JSON')
        .action(async (options) => {
        const isSame = await reproduceAll(options);
        setExitCode(isSame ? ExitCode.DONE : ExitCode.REFUSED);
    });
}
async function reproduceAll({ data, json }) {
    const { readPublishedTables } = await import("../reproduce/published-table.js");
    const { renderReproduction } = await import("../reproduce/render.js");
    const { reproduce } = await import("../reproduce/reproduce.js");
    const { countCells } = await import("../reproduce/cell.js");
    const tables = await readPublishedTables();
    const rows = tables.reduce((sum, table) => sum + ('rows' in table ? table.rows.length : 0), 0);
    const progress = new ProgressBar(process.stderr, rows, 'rows');
    const reproduced = await reproduce(tables, data, () => progress.advance('')).finally(() => progress.finish());
    const counts = countCells(reproduced);
    if (json)
        process.stdout.write(toJson({ schema: 'assay/reproduction@1', ...counts, tables: reproduced }));
    else
        process.stdout.write(renderReproduction(reproduced));
    return counts.same === counts.compared;
}
