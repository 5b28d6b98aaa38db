import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { openEach } from '../config/open-corpora.ts';
import { formatProblem } from '../corpus/problem-text.ts';
import type { Problem } from '../model/problem.ts';
import { toJson } from '../run/run-folder.ts';
import { ExitCode } from './exit-code.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen } from './options.ts';

interface CheckOptions {
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus check`: everything that is wrong with corpora. */
export function corpusCheckCommand(setExitCode: (code: number) => void): Command {
  return new Command('check')
    .description('List everything that is wrong with a corpus; exit code 1 if anything is.')
    .argument(...CORPORA_ARGUMENT)
    .option(...CONFIG_OPTION)
    .option('--json', 'print the problems as JSON')
    .action(async (sources: string[], options: CheckOptions) => {
      const clean = await check(sources, options);
      setExitCode(clean ? ExitCode.DONE : ExitCode.REFUSED);
    });
}

async function check(sources: readonly string[], { config, json }: CheckOptions): Promise<boolean> {
  const results: { corpus: string; pages: number; problems: readonly Problem[] }[] = [];
  for (const { source, opened } of await openEach(await loadConfig(config), chosen(sources))) {
    if (opened.status === 'ok') {
      results.push({ corpus: source, pages: opened.corpus.pages.length, problems: [] });
    } else results.push({ corpus: source, pages: opened.pages, problems: opened.problems });
  }
  if (json) process.stdout.write(toJson({ schema: 'assay/check@1', corpora: results }));
  else for (const result of results) printCheck(result);
  return results.every(({ problems }) => problems.length === 0);
}

function printCheck({
  corpus,
  pages,
  problems,
}: {
  corpus: string;
  pages: number;
  problems: readonly Problem[];
}): void {
  for (const problem of problems) console.log(formatProblem(problem));
  const verdict =
    problems.length === 0
      ? pc.green('no problems')
      : pc.red(problems.length === 1 ? '1 problem' : `${problems.length} problems`);
  console.log(`${corpus}: ${pages === 1 ? '1 page' : `${pages} pages`}, ${verdict}`);
}
