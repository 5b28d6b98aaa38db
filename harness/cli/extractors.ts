import { Command } from 'commander';
import pc from 'picocolors';
import { listExtractors } from '../config/list-extractors.ts';
import type { ListedExtractor } from '../config/list-extractors.ts';
import { loadConfig } from '../config/load-config.ts';
import { pad, widest } from '../report/columns.ts';
import { toJson } from '../util/json.ts';
import { extractorsTestCommand } from './extractors-conformance.ts';
import { CONFIG_OPTION } from './options.ts';

interface ListOptions {
  readonly config?: string;
  readonly json?: true;
}

/** `assay extractors`: what is known, what runs here, and what to do for the rest. */
export function extractorsCommand(setExitCode: (code: number) => void): Command {
  return new Command('extractors')
    .description('List the extractors that are known, and say which of them run here.')
    .option(...CONFIG_OPTION)
    .option('--json', 'print the list as JSON')
    .action(printExtractors)
    .addCommand(extractorsTestCommand(setExitCode));
}

async function printExtractors({ config, json }: ListOptions): Promise<void> {
  const extractors = await listExtractors(await loadConfig(config));
  if (json) process.stdout.write(toJson({ schema: 'assay/extractors@1', extractors }));
  else console.log(toText(extractors));
}

function toText(extractors: readonly ListedExtractor[]): string {
  const width = widest(extractors.map(({ name }) => name));
  const lines = extractors.map(({ name, description, state }) => {
    const head = `${state.runs ? pc.green('runs') : pc.red('no  ')}  ${pad(name, width)}`;
    if (!state.runs) return `${head}  ${description}\n${' '.repeat(width + 8)}${pc.red(state.problem)}`;
    const { version, driver, accepts, network } = state;
    const about = `${driver}, ${accepts.join(' and ')}, network ${network}`;
    return `${head}  ${description}\n${' '.repeat(width + 8)}${pc.dim(`${version}; ${about}`)}`;
  });
  return lines.join('\n');
}
