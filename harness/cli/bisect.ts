import { Command } from 'commander';
import type { Bisected } from '../library/bisect/bisect.ts';
import type { BisectSettings, TriedCommit } from '../library/settings.ts';
import { formatNumber } from '../report/format.ts';
import { printable } from '../util/printable.ts';
import { onInterrupt } from './interrupt.ts';
import { CONFIG_OPTION } from './options.ts';

interface BisectOptions extends Pick<
  BisectSettings,
  'good' | 'bad' | 'extractor' | 'page' | 'slice' | 'install'
> {
  readonly corpus?: string;
  readonly policy?: string;
  readonly config?: string;
}

/** `assay bisect`: which commit lost a page or a slice. */
export function bisectCommand(): Command {
  return new Command('bisect')
    .description(
      'Find the commit that lost a page, a slice or points of the whole corpus: the extractor as it was, in a git worktree of its own, over the corpus as it is.',
    )
    .requiredOption('--good <ref>', 'a revision that still has what was lost')
    .requiredOption('--bad <ref>', 'a later revision that does not')
    .requiredOption('-e, --extractor <name>', 'as assay run takes it')
    .option('-c, --corpus <corpus>', 'as assay run takes it (default: as configured, else builtin)')
    .option('--page <page>', 'identifier of the page that lost')
    .option('--slice <slice>', 'the slice that lost, e.g. language=ja')
    .option(
      '--install <command>',
      'makes a commit ready to run, e.g. "npm ci" (default: the packages installed now serve all commits)',
    )
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(...CONFIG_OPTION)
    .action(async (options: BisectOptions) => {
      const { bisect } = await import('../library/bisect/bisect.ts');
      const interrupt = onInterrupt(() => console.error('Stopping: the work tree is being removed.'));
      const onTried = (tried: TriedCommit): void => console.error(line(tried));
      const result = await bisect({ ...options, signal: interrupt.signal, onTried }).finally(() =>
        interrupt.end(),
      );
      console.log(resultText(result));
    });
}

function line({ commit, subject, value, problem }: TriedCommit): string {
  const found = value === undefined ? `does not run: ${problem}` : value.toFixed(4);
  return printable(`${commit.slice(0, 12)} ${found}  ${subject}`);
}

function resultText({ what, lost, before, runs }: Bisected): string {
  const last = lost.at(-1)!;
  const figures = `${before.toFixed(4)} → ${last.value!.toFixed(4)}`;
  const commits = lost.map(({ commit, subject }) => `${commit} ${subject}`);
  const text =
    commits.length === 1
      ? `${what} was lost by ${commits[0]!}: ${figures}, found in ${formatNumber(runs, 'run')}`
      : `${what} was lost by one of these, of which all but the last do not run: ${figures}\n${commits.join('\n')}`;
  return text.split('\n').map(printable).join('\n');
}
