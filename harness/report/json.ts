import type { Reporter } from './reporter.ts';
import { showJson } from './print.ts';

/**
 * `--reporter json`, which `--json` stands for: prints `summary.json`, and in it the folder of the run, or `verdict.json` of
 * a gate.
 */
export function jsonReporter(): Reporter {
  return {
    onRunEnd({ folder, summary: { schema, ...rest } }) {
      showJson({ schema, folder, ...rest });
    },
    onVerdict(verdict) {
      showJson(verdict);
    },
  };
}
