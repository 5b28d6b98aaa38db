import { toJson } from '../util/json.ts';
import type { Reporter } from './reporter.ts';

/**
 * `--reporter json`, which `--json` stands for: prints `summary.json`, and in it the folder of the run, or `verdict.json` of
 * a gate.
 */
export function jsonReporter(): Reporter {
  return {
    onRunEnd({ folder, summary: { schema, ...rest } }) {
      process.stdout.write(toJson({ schema, folder, ...rest }));
    },
    onVerdict(verdict) {
      process.stdout.write(toJson(verdict));
    },
  };
}
