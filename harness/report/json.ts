import { toJson } from '../util/json.ts';
import type { Reporter } from './reporter.ts';

/** `--reporter json`, which `--json` stands for: prints `summary.json`, or `verdict.json` of a gate. */
export function jsonReporter(): Reporter {
  return {
    onRunEnd({ summary }) {
      process.stdout.write(toJson(summary));
    },
    onVerdict(verdict) {
      process.stdout.write(toJson(verdict));
    },
  };
}
