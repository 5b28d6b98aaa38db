import { Command } from 'commander';
import pc from 'picocolors';
import { corpusFolders } from '../config/open-corpora.ts';
import { loadConfig } from '../config/load-config.ts';
import { formatCorpus } from '../corpus/format-corpus.ts';
import type { FormattedCorpus } from '../corpus/format-corpus.ts';
import { formatProblem } from '../model/problem.ts';
import { CONFIG_OPTION, ExitCode, chosen, tellBuiltIn } from './options.ts';
import { show } from '../report/print.ts';

/** `assay corpus fmt`: gold files in their canonical form. */
export function corpusFmtCommand(setExitCode: (code: number) => void): Command {
  return new Command('fmt')
    .description('Rewrite gold.yaml files in their canonical form; files with problems are left as they are.')
    .argument(
      '[corpus...]',
      'a configured name, builtin, or a folder (default: as configured, else ./corpus, else builtin)',
    )
    .option(...CONFIG_OPTION)
    .option('--check', 'change nothing; exit code 1 if a file is not in its canonical form')
    .action(async (sources: string[], options: { config?: string; check?: true }) => {
      const loaded = await loadConfig(options.config);
      await tellBuiltIn(loaded, sources);
      const corpora = await corpusFolders(loaded, chosen(sources));
      setExitCode(await format(corpora, options.check === true));
    });
}

async function format(corpora: readonly string[], isCheck: boolean): Promise<number> {
  const results: FormattedCorpus[] = [];
  for (const corpus of corpora) {
    const result = await formatCorpus(corpus, { write: !isCheck });
    print(corpus, result, isCheck);
    results.push(result);
  }
  if (results.some(({ problems }) => problems.length > 0)) return ExitCode.MISUSE;
  return isCheck && results.some(({ changed }) => changed.length > 0) ? ExitCode.REFUSED : ExitCode.DONE;
}

function print(corpus: string, { files, changed, problems }: FormattedCorpus, isCheck: boolean): void {
  for (const problem of problems) show(formatProblem(problem));
  for (const file of changed) {
    show(isCheck ? `${file}: not in the canonical form; run "assay corpus fmt"` : `${file}: rewritten`);
  }
  const faulty = new Set(problems.map(({ file }) => file)).size;
  const counts = [
    isCheck && changed.length > 0 ? pc.red(`${changed.length} not in the canonical form`) : '',
    !isCheck && changed.length > 0 ? `${changed.length} rewritten` : '',
    faulty > 0 ? pc.red(`${faulty} with problems, left as ${faulty === 1 ? 'it is' : 'they are'}`) : '',
  ].filter((count) => count !== '');
  const verdict = counts.length === 0 ? pc.green('all in the canonical form') : counts.join(', ');
  show(`${corpus}: ${files === 1 ? '1 gold file' : `${files} gold files`}, ${verdict}`);
}
