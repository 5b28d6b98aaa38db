import { toJson } from '../util/json.ts';
import type { Reporter } from './reporter.ts';

/** `--reporter json`, which `--json` stands for: prints `summary.json`. */
export function jsonReporter(): Reporter {
  return {
    onRunEnd({ summary }) {
      process.stdout.write(toJson(summary));
    },
  };
}
