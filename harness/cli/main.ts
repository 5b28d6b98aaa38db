import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { AssayError, errorCode } from '../util/error.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { printableLines } from '../util/printable.ts';
import { readablePath } from '../util/readable-path.ts';
import { assayVersion } from '../run/environment.ts';
import { ExitCode } from './options.ts';
import { tell } from '../report/print.ts';

type CommandLoader = (setExitCode: (code: number) => void) => Promise<Command>;

interface CommandEntry {
  /** In the help of the program. */
  readonly summary: string;
  readonly load: CommandLoader;
}

/** The commands in the order of the help. Each is loaded on demand, because loading takes longer than most commands. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  run: {
    summary: 'run extractors over corpora and report precision and recall',
    load: async (setExitCode) => (await import('./run.ts')).runCommand(setExitCode),
  },
  score: {
    summary: 'score a finished run again under other metrics or another policy',
    load: async () => (await import('./score.ts')).scoreCommand(),
  },
  gate: {
    summary: 'hold extractors against their baselines: may a change go in?',
    load: async (setExitCode) => (await import('./gate.ts')).gateCommand(setExitCode),
  },
  bisect: {
    summary: 'find the commit, or the version of a package, that lost a page',
    load: async () => (await import('./bisect.ts')).bisectCommand(),
  },
  compare: {
    summary: 'compare extractors or runs page by page, chance included',
    load: async () => (await import('./compare.ts')).compareCommand(),
  },
  explain: {
    summary: 'say why points were lost: by class, by extractor, on one page',
    load: async () => (await import('./explain.ts')).explainCommand(),
  },
  report: {
    summary: 'write the reports of a finished run, in any format',
    load: async () => (await import('./report.ts')).reportCommand(),
  },
  merge: {
    summary: 'join the shards of a run',
    load: async () => (await import('./merge.ts')).mergeCommand(),
  },
  corpus: {
    summary: 'look after corpora: add, check, format, list, import and more',
    load: async (setExitCode) => (await import('./corpus.ts')).corpusCommand(setExitCode),
  },
  extractors: {
    summary: 'list the extractors that run here, or test one',
    load: async (setExitCode) => (await import('./extractors.ts')).extractorsCommand(setExitCode),
  },
  metrics: {
    summary: 'list the metrics with their definitions',
    load: async () => (await import('./metrics.ts')).metricsCommand(),
  },
  cache: {
    summary: 'show what is kept of earlier runs, or take it away',
    load: async () => (await import('./cache.ts')).cacheCommand(),
  },
  reproduce: {
    summary: 'compute published tables again and compare every cell',
    load: async (setExitCode) => (await import('./reproduce.ts')).reproduceCommand(setExitCode),
  },
};

/**
 * Runs the command line and gives the exit code. Never throws: what goes wrong is said on standard error.
 *
 * @param inSources puts the places of the sources into a stack trace of the build
 */
export async function main(
  args: readonly string[],
  inSources: (trace: string) => string = (trace) => trace,
): Promise<number> {
  surviveUnprinted();
  unprinted = undefined;
  let exitCode: number = ExitCode.DONE;
  try {
    const program = await makeProgram(args.slice(0, 1), (code) => {
      exitCode = code;
    });
    refuseUnknownCommand(program, args);
    refuseLostFolder();
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const code = explain(error, inSources);
    // Help comes as an error, too.
    if (code !== ExitCode.DONE) return code;
  }
  // What cannot be printed is said a moment after it was written.
  await setImmediate();
  return unprinted === undefined ? exitCode : explain(new AssayError('usage', unprinted), inSources);
}

/** What could not be printed during this call of `main`. */
let unprinted: string | undefined;

/** What a write meets when nobody reads any more: the end of a pipe (`| head`), a terminal that was closed. */
const CLOSED = new Set(['EPIPE', 'EIO']);

/**
 * Lets the command come to its own end when what it prints cannot be written: where nobody reads it, with its own exit
 * code. Without a listener the error would end the process with the exit code of a check that fails.
 */
function surviveUnprinted(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (!stream.listeners('error').includes(noteUnprinted)) stream.on('error', noteUnprinted);
  }
}

function noteUnprinted(error: NodeJS.ErrnoException): void {
  if (CLOSED.has(error.code ?? '') || unprinted !== undefined) return;
  unprinted = `the output cannot be written (${errorCode(error)}); make room where it goes, or send it elsewhere`;
}

/** Makes the program with some of its commands whole, and the others by name and summary. Default: all whole. */
export async function makeProgram(
  names: readonly string[] = Object.keys(COMMANDS),
  setExitCode: (code: number) => void = () => undefined,
): Promise<Command> {
  const program = new Command('assay')
    .description(
      'Measures how much of an article an extractor brings out of a raw page, and why not all of it.',
    )
    .version(assayVersion(), '-V, --version', 'print the version')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride();
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = names.includes(name) ? await load(setExitCode) : new Command(name);
    program.addCommand(command.summary(summary));
  }
  program.configureHelp({ subcommandTerm: (command) => command.name() });
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap((each) => each.commands),
  ]) {
    command
      .exitOverride()
      // By default Commander does not wrap descriptions in less than 40 columns.
      .configureHelp({ ...command.configureHelp(), showGlobalOptions: false, minWidthToWrap: 20 })
      .configureOutput({
        outputError: (text, write) => write(printableLines(text.replace(/^error:/, 'assay:'))),
      })
      .showHelpAfterError(`"${fullName(command)} --help" tells what it takes`);
  }
  return program.addHelpText('after', EXAMPLES);
}

/**
 * Refuses what stands in the place of a subcommand and is none. Commander calls it one argument too many where the command
 * does something by itself.
 */
function refuseUnknownCommand(program: Command, [first = '', second = '']: readonly string[]): void {
  const command = program.commands.find((each) => each.name() === first);
  const names = command?.commands.map((each) => each.name()) ?? [];
  if (command === undefined || names.length === 0 || second === '' || second.startsWith('-')) return;
  if (names.includes(second)) return;
  const near = didYouMean(second, names);
  const hint = near === undefined ? `\n(Commands are ${names.join(', ')})` : `\n(Did you mean ${near}?)`;
  command.error(`error: unknown command '${second}'${hint}`);
}

/** Refuses a working directory that was removed: Node can do next to nothing in one. */
function refuseLostFolder(): void {
  try {
    process.cwd();
  } catch (cause) {
    throw new AssayError(
      'usage',
      'the working directory is not there any more; go to one that is, and run the command again',
      { cause },
    );
  }
}

/** The words that a user types for a command: `assay corpus check`. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

const EXAMPLES = `
Examples:
  assay run                                            the built-in corpus and extractors
  assay run --corpus aeb:DIR --extractor readability   a public benchmark, one extractor
  assay run --extractor ./my-extractor.ts              an extractor of your own
  assay run --extractor cmd:"trafilatura"              a command in any language
  assay extractors test ./my-extractor.ts              charsets, empty, huge and broken pages
  assay corpus check                                   look for faults in the built-in corpus`;

function explain(error: unknown, inSources: (trace: string) => string): number {
  // Commander has printed its message already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.DONE : ExitCode.MISUSE;
  if (error instanceof AssayError) {
    tell(`assay: ${error.message}`);
    return ExitCode.MISUSE;
  }
  const fault = systemFault(error);
  if (fault !== undefined) {
    tell(`assay: ${fault}`);
    return ExitCode.MISUSE;
  }
  tell('assay: the harness itself failed; this is a bug in Assay, please report it with the text below');
  tell(inSources(inspect(error)));
  return ExitCode.INTERNAL;
}

/** What the system refuses for reasons that the user can do something about, by its code. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'see that it may be read and written',
  EPERM: 'see that it may be read and written',
  EROFS: 'name a place that can be written to',
  ENOTDIR: 'see that it is a folder where one is expected',
  EISDIR: 'see that it is a file where one is expected',
  ELOOP: 'see that its links lead to an end',
  ENAMETOOLONG: 'take a shorter name',
  ENOSPC: 'make room on the disk',
  EDQUOT: 'make room on the disk',
  EMFILE: 'allow more open files (ulimit -n)',
  ENFILE: 'close other programs, or allow more open files',
};

/** The message for a file or folder that the system refused; undefined for other errors. */
function systemFault(error: unknown): string | undefined {
  const code = errorCode(error);
  const fix = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (fix === undefined || !(error instanceof Error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? readablePath(error.path) : 'a file';
  return `${path} cannot be used (${code}); ${fix}`;
}
