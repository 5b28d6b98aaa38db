import { join } from 'node:path';
import pc from 'picocolors';
import { readablePath } from "../util/readable-path.js";
import { toJson } from "../util/json.js";
/** Shows a run that came to its end: its figures on standard output, where the rest is on standard error. */
export async function showRun(result, json) {
    // Loaded when there is something to show, as all that a run needs: a wrong option is told at once.
    const { terminalReport } = await import("../report/terminal.js");
    process.stdout.write(json ? toJson(result.summary) : `\n${terminalReport(result, pc)}`);
    const report = readablePath(join(result.folder, 'report.md'));
    console.error(`\nReport: ${report}\nEvery page and every extraction: ${readablePath(result.folder)}/`);
}
