import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { openExtractors } from '../config/open-extractors.ts';
import { DEFAULT_MEMORY_MB } from '../extract/extractor.ts';
import type { ConformanceResult } from '../extract/conformance/check-conformance.ts';
import { toJson } from '../run/run-folder.ts';
import { ExitCode } from './exit-code.ts';
import { CONFIG_OPTION, positiveInteger } from './options.ts';

interface TestOptions {
  readonly timeout?: number;
  readonly memory?: number;
  readonly config?: string;
  readonly json?: true;
}

/** What a page of the conformance test may take where nobody says otherwise, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** `assay extractors test`: whether an extractor bears what pages will bring. */
export function extractorsTestCommand(setExitCode: (code: number) => void): Command {
  return new Command('test')
    .description(
      'Put an extractor through charsets, empty, huge and broken pages; exit code 1 if a case does not hold.',
    )
    .argument('<extractor>', 'what assay run --extractor takes')
    .option('--timeout <ms>', `time limit for one page (default: ${TIMEOUT_MS})`, positiveInteger)
    .option(
      '--memory <mb>',
      `memory limit with all that it starts (default: ${DEFAULT_MEMORY_MB})`,
      positiveInteger,
    )
    .option(...CONFIG_OPTION)
    .option('--json', 'print the cases as JSON')
    .action(async (name: string, _options: TestOptions, command: Command) => {
      // The options of `extractors`, which have the same names, take what stands behind `test` as well.
      const holds = await test(name, command.optsWithGlobals<TestOptions>());
      setExitCode(holds ? ExitCode.DONE : ExitCode.REFUSED);
    });
}

async function test(name: string, options: TestOptions): Promise<boolean> {
  const [extractor] = await openExtractors(await loadConfig(options.config), [name]);
  // Loaded when it is called for: the other commands need none of it.
  const { checkConformance } = await import('../extract/conformance/check-conformance.ts');
  const limits = {
    timeoutMs: options.timeout ?? TIMEOUT_MS,
    memoryMb: options.memory ?? DEFAULT_MEMORY_MB,
  };
  const cases = await checkConformance(extractor!, limits);
  const { version } = extractor!;
  if (options.json) {
    process.stdout.write(toJson({ schema: 'assay/conformance@1', name: extractor!.name, version, cases }));
  } else printCases(`${extractor!.name} ${version}`, cases);
  return cases.every(({ holds }) => holds);
}

function printCases(title: string, cases: readonly ConformanceResult[]): void {
  console.log(pc.bold(title));
  const width = Math.max(...cases.map(({ name }) => name.length));
  for (const { name, claim, holds, problems } of cases) {
    console.log(`  ${holds ? pc.green('holds') : pc.red('fails')}  ${name.padEnd(width)}  ${claim}`);
    for (const problem of problems) console.log(`         ${' '.repeat(width)}  ${pc.red(problem)}`);
  }
  const failed = cases.filter(({ holds }) => !holds).length;
  console.log(
    failed === 0 ? pc.green('every case holds') : pc.red(`${failed} of ${cases.length} cases fail`),
  );
}
