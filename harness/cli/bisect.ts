import { Command } from 'commander';
import type { Bisected } from '../library/bisect/bisect.ts';
import type { BisectSettings, Tried } from '../library/settings.ts';
import { formatNumber } from '../report/format.ts';
import { shortState } from '../library/bisect/bisect.ts';
import { printable } from '../util/printable.ts';
import { onInterrupt } from './interrupt.ts';
import { CONFIG_OPTION } from './options.ts';
import { show, tell } from '../report/print.ts';

interface BisectOptions extends Pick<
  BisectSettings,
  'good' | 'bad' | 'package' | 'extractor' | 'page' | 'slice' | 'install'
> {
  readonly corpus?: string;
  readonly policy?: string;
  readonly config?: string;
}

/** `assay bisect`: which commit or version lost a page or a slice. */
export function bisectCommand(): Command {
  return new Command('bisect')
    .description(
      'Find the commit that lost a page, a slice or points of the whole corpus: the extractor as it was, in a git worktree of its own, over the corpus as it is. With --package: the version of a package that lost it, with the extractor as it is.',
    )
    .requiredOption('--good <ref>', 'a revision, or a version, that still has what was lost')
    .requiredOption('--bad <ref>', 'a later one that does not')
    .option(
      '--package <package>',
      'try the versions of a package, as its registry lists them: npm:NAME for a module, pip:NAME for a command in Python',
    )
    .requiredOption('-e, --extractor <name>', 'as assay run takes it')
    .option('-c, --corpus <corpus>', 'as assay run takes it (default: as configured, else builtin)')
    .option('--page <page>', 'identifier of the page that lost, or a part of it')
    .option('--slice <slice>', 'the slice that lost, e.g. language=ja')
    .option(
      '--install <command>',
      'makes a commit ready to run, e.g. "npm ci" (default: the packages installed now serve all commits)',
    )
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(...CONFIG_OPTION)
    .action(async (options: BisectOptions) => {
      const { bisect } = await import('../library/bisect/bisect.ts');
      const interrupt = onInterrupt(() => tell('Stopping: what was made for it is being removed.'));
      const onTried = (tried: Tried): void => tell(line(tried));
      const result = await bisect({ ...options, signal: interrupt.signal, onTried }).finally(() =>
        interrupt.end(),
      );
      show(resultText(result));
    });
}

function line({ state, subject = '', value, problem }: Tried): string {
  const why = problem === undefined ? '' : ` (${problem})`;
  const found = value === undefined ? `does not run${why}` : `${value.toFixed(4)}${why}`;
  return printable(`${shortState(state)} ${found}  ${subject}`.trimEnd());
}

function resultText({ what, lost, before, runs }: Bisected): string {
  const last = lost.at(-1)!;
  const figures = `${before.toFixed(4)} → ${last.value!.toFixed(4)}`;
  const names = lost.map(({ state, subject = '' }) => `${state} ${subject}`.trimEnd());
  const text =
    names.length === 1
      ? `${what} was lost by ${names[0]!}: ${figures}, found in ${formatNumber(runs, 'run')}`
      : `${what} was lost by one of these, of which all but the last do not run: ${figures}\n${names.join('\n')}`;
  return text.split('\n').map(printable).join('\n');
}
