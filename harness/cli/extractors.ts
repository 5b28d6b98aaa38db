import { Command } from 'commander';
import pc from 'picocolors';
import { listExtractors, openExtractors } from '../config/open-extractors.ts';
import type { ListedExtractor } from '../config/open-extractors.ts';
import { loadConfig } from '../config/load-config.ts';
import type { KnownFault } from '../extract/catalog/catalog-entry.ts';
import { KNOWN_EXTRACTORS } from '../extract/catalog/register.ts';
import type { ConformanceResult } from '../extract/conformance/check-conformance.ts';
import { failuresOf } from '../extract/conformance/known-faults.ts';
import { DEFAULT_MEMORY_MB } from '../extract/extractor.ts';
import { pad, widest } from '../report/columns.ts';
import { toJson } from '../util/json.ts';
import { AssayError } from '../util/error.ts';
import { CONFIG_OPTION, ExitCode, positiveInteger, timeLimit } from './options.ts';

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
    .addCommand(testCommand(setExitCode));
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

interface TestOptions {
  readonly timeout?: number;
  readonly memory?: number;
  readonly config?: string;
  readonly json?: true;
}

/** Default time limit for a page of the conformance test, milliseconds. */
const TIMEOUT_MS = 30_000;

/** `assay extractors test`: whether an extractor copes with all that pages can hold. */
function testCommand(setExitCode: (code: number) => void): Command {
  return new Command('test')
    .description(
      'Put an extractor through charsets, empty, huge and broken pages; exit code 1 if a case does not hold that it is not known to fail.',
    )
    .argument('<extractor>', 'what assay run --extractor takes')
    .option('--timeout <ms>', `time limit for one page (default: ${TIMEOUT_MS})`, timeLimit)
    .option(
      '--memory <mb>',
      `memory limit with all that it starts (default: ${DEFAULT_MEMORY_MB})`,
      positiveInteger,
    )
    .option(...CONFIG_OPTION)
    .option('--json', 'print the cases as JSON')
    .action(async (name: string, _options: TestOptions, command: Command) => {
      // Options behind `test` that `extractors` has too are parsed as options of `extractors`.
      const holds = await test(name, command.optsWithGlobals<TestOptions>());
      setExitCode(holds ? ExitCode.DONE : ExitCode.REFUSED);
    });
}

async function test(name: string, options: TestOptions): Promise<boolean> {
  const [extractor] = await openExtractors(await loadConfig(options.config), [name]);
  if (extractor!.driver === 'recorded') {
    throw new AssayError(
      'usage',
      `${name} is recorded output, which has none of the pages of the test; name the extractor that it came from`,
    );
  }
  // Loaded on demand: the other commands do not need it.
  const { checkConformance } = await import('../extract/conformance/check-conformance.ts');
  const limits = {
    timeoutMs: options.timeout ?? TIMEOUT_MS,
    memoryMb: options.memory ?? DEFAULT_MEMORY_MB,
  };
  const cases = await checkConformance(extractor!, limits);
  const { version, source } = extractor!;
  // A configured extractor may have the name of a known one; its source tells them apart.
  const { cannot = [] } = KNOWN_EXTRACTORS.find((known) => known.name === source) ?? {};
  if (options.json) {
    const about = { name: extractor!.name, version, cannot, cases };
    process.stdout.write(toJson({ schema: 'assay/conformance@1', ...about }));
  } else printCases(`${extractor!.name} ${version}`, cases, cannot);
  return failuresOf(cases, cannot).unknown.length === 0;
}

function printCases(title: string, cases: readonly ConformanceResult[], cannot: readonly KnownFault[]): void {
  console.log(pc.bold(title));
  const width = widest(cases.map(({ name }) => name));
  for (const { name, claim, holds, problems } of cases) {
    console.log(`  ${holds ? pc.green('holds') : pc.red('fails')}  ${pad(name, width)}  ${claim}`);
    const why = holds ? undefined : cannot.find((fault) => fault.case === name)?.why;
    const lines = [...problems, ...(why === undefined ? [] : [`known: ${why}`])];
    for (const line of lines) console.log(`         ${' '.repeat(width)}  ${pc.red(line)}`);
  }
  printVerdict(cases, cannot);
}

function printVerdict(cases: readonly ConformanceResult[], cannot: readonly KnownFault[]): void {
  const { known, unknown } = failuresOf(cases, cannot);
  if (unknown.length > 0)
    console.log(pc.red(`${unknown.length + known.length} of ${cases.length} cases fail`));
  else if (known.length > 0) {
    console.log(pc.green(`every case holds but ${known.join(', ')}, which it is known to fail`));
  } else console.log(pc.green('every case holds'));
}
