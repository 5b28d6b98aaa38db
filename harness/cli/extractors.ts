import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { hiddenFolders } from '../config/hidden-folders.ts';
import { listExtractors, openExtractors } from '../config/open-extractors.ts';
import type { ListedExtractor } from '../config/open-extractors.ts';
import { loadConfig } from '../config/load-config.ts';
import type { KnownFault } from '../extract/catalog/catalog-entry.ts';
import { KNOWN_EXTRACTORS } from '../extract/catalog/register.ts';
import type { ConformanceProblem, ConformanceResult } from '../extract/conformance/check-conformance.ts';
import { failuresOf } from '../extract/conformance/known-faults.ts';
import { DEFAULT_MEMORY_MB } from '../extract/extractor.ts';
import { pad, widest } from '../report/columns.ts';
import { describeWords } from '../report/findings.ts';
import { AssayError } from '../util/error.ts';
import { makeFolders } from '../util/make-folders.ts';
import { printable } from '../util/printable.ts';
import { writeWhole } from '../util/write-whole.ts';
import { CONFIG_OPTION, ExitCode, positiveInteger, timeLimit } from './options.ts';
import { show, showJson } from '../report/print.ts';

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
  if (json) showJson({ schema: 'assay/extractors@1', extractors });
  else show(toText(extractors));
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
  const loaded = await loadConfig(options.config);
  const [extractor] = await openExtractors(loaded, [name], { hides: hiddenFolders(loaded) });
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
  const told = await keepPages(cases);
  if (options.json) {
    const about = { name: extractor!.name, version, cannot, cases: told };
    showJson({ schema: 'assay/conformance@2', ...about });
  } else printCases(`${extractor!.name} ${version}`, told, cannot);
  return failuresOf(cases, cannot).unknown.length === 0;
}

/** A case as it is told: each problem with the file that its page is in. */
interface ToldCase extends Omit<ConformanceResult, 'problems'> {
  readonly problems: readonly (Omit<ConformanceProblem, 'page'> & {
    readonly page: string;
    readonly file: string;
    /** As it was sent, where that counts. */
    readonly contentType?: string | undefined;
  })[];
}

/** Where pages of cases that do not hold are kept, to look at and to try again. */
const KEPT = '.assay';

async function keepPages(cases: readonly ConformanceResult[]): Promise<ToldCase[]> {
  const told: ToldCase[] = [];
  for (const { problems, ...about } of cases) {
    const kept: ToldCase['problems'][number][] = [];
    for (const { page, ...rest } of problems) {
      const file = `${KEPT}/${page.id}.${page.media === 'html' ? 'html' : 'txt'}`;
      await makeFolders(dirname(file));
      await writeWhole(file, (path) => writeFile(path, page.bytes, { flag: 'wx' }));
      kept.push({ page: page.id, ...rest, file, contentType: page.contentType });
    }
    told.push({ ...about, problems: kept });
  }
  return told;
}

const VERDICTS = { holds: pc.green('holds'), fails: pc.red('fails'), open: pc.yellow('open ') };

function printCases(title: string, cases: readonly ToldCase[], cannot: readonly KnownFault[]): void {
  show(pc.bold(title));
  const width = widest(cases.map(({ name }) => name));
  const print = (line: string): void => show(`         ${' '.repeat(width)}  ${line}`);
  for (const { name, claim, verdict, problems } of cases) {
    show(`  ${VERDICTS[verdict]}  ${pad(name, width)}  ${claim}`);
    for (const problem of problems) {
      const judged = verdict === 'open' ? 'cannot be judged: ' : '';
      print(pc.red(`${problem.page}: ${judged}${printable(problem.message)}`));
      if (problem.cameOut !== undefined) print(`  came out: ${printable(problem.cameOut)}`);
      for (const words of describeWords(problem)) print(pc.dim(`  ${printable(words)}`));
      const sent = problem.contentType === undefined ? '' : `, sent as ${problem.contentType}`;
      print(pc.dim(`  page: ${problem.file}${sent}`));
    }
    const why = verdict === 'holds' ? undefined : cannot.find((fault) => fault.case === name)?.why;
    if (why !== undefined) print(pc.red(`known: ${why}`));
  }
  printVerdict(cases, cannot);
}

function printVerdict(cases: readonly ToldCase[], cannot: readonly KnownFault[]): void {
  const { known, unknown } = failuresOf(cases, cannot);
  const count = (which: ConformanceResult['verdict']): number =>
    cases.filter(({ verdict }) => verdict === which).length;
  if (unknown.length > 0) {
    const open = count('open') === 0 ? '' : `, ${count('open')} could not be judged`;
    show(pc.red(`${count('fails')} of ${cases.length} cases fail${open}`));
  } else if (known.length > 0) {
    show(pc.green(`every case holds but ${known.join(', ')}, which it is known to fail`));
  } else show(pc.green('every case holds'));
}
