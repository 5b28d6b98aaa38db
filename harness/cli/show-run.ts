import { join } from 'node:path';
import pc from 'picocolors';
import { readablePath } from '../util/readable-path.ts';
import type { RunResult } from '../store/run.ts';
import { toJson } from '../util/json.ts';

/** Shows a run that came to its end: its figures on standard output, where the rest is on standard error. */
export async function showRun(result: RunResult, json: boolean): Promise<void> {
  // Loaded when there is something to show, as all that a run needs: a wrong option is told at once.
  const { terminalReport } = await import('../report/terminal.ts');
  process.stdout.write(json ? toJson(result.summary) : `\n${terminalReport(result, pc)}`);
  const report = readablePath(join(result.folder, 'report.md'));
  console.error(`\nReport: ${report}\nEvery page and every extraction: ${readablePath(result.folder)}/`);
}
