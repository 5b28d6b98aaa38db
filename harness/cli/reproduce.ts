import { Command } from 'commander';
import { ExitCode } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, showJson } from '../report/print.ts';

interface ReproduceOptions {
  readonly data: string;
  readonly json?: true;
}

/** `assay reproduce`: published tables against ours. */
export function reproduceCommand(setExitCode: (code: number) => void): Command {
  return new Command('reproduce')
    .description(
      'Compute published tables again from the data they were made of, cell by cell; exit code 1 if one is off.',
    )
    .requiredOption(
      '--data <dir>',
      'folder with a clone of each benchmark: aeb/, trafilatura/; one that is missing is skipped (required)',
    )
    .option('--json', 'print the cells as JSON')
    .action(async (options: ReproduceOptions) => {
      const isSame = await reproduceAll(options);
      setExitCode(isSame ? ExitCode.DONE : ExitCode.REFUSED);
    });
}

async function reproduceAll({ data, json }: ReproduceOptions): Promise<boolean> {
  const { readPublishedTables } = await import('../reproduce/published-table.ts');
  const { renderReproduction } = await import('../reproduce/render.ts');
  const { countCells, reproduce } = await import('../reproduce/reproduce.ts');
  const tables = await readPublishedTables();
  const rows = tables.reduce((sum, table) => sum + ('rows' in table ? table.rows.length : 0), 0);
  const progress = new ProgressBar(rows, 'rows');
  const reproduced = await reproduce(tables, data, () => progress.advance('')).finally(() =>
    progress.finish(),
  );
  const counts = countCells(reproduced);
  if (json) showJson({ schema: 'assay/reproduction@1', ...counts, tables: reproduced });
  else show(renderReproduction(reproduced).replace(/\n$/u, ''));
  return counts.same === counts.compared;
}
