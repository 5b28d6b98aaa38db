import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { Slices } from '../model/page.ts';
import { printable } from '../util/printable.ts';
import { corpusAddCommand } from './corpus-add.ts';
import { corpusAgreementCommand } from './corpus-agreement.ts';
import { corpusCheckCommand } from './corpus-check.ts';
import { corpusFmtCommand } from './corpus-fmt.ts';
import { corpusImportCommand } from './corpus-import.ts';
import { corpusStatsCommand } from './corpus-stats.ts';
import { corpusSuspectsCommand } from './corpus-suspects.ts';
import { corpusUnlabelledCommand } from './corpus-unlabelled.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen, tellBuiltIn, tellUnfinished } from './options.ts';
import { show, showJson } from '../report/print.ts';

/** `assay corpus …`: looking after corpora. */
export function corpusCommand(setExitCode: (code: number) => void): Command {
  return new Command('corpus')
    .description('Look after corpora.')
    .addCommand(corpusAddCommand())
    .addCommand(corpusCheckCommand(setExitCode))
    .addCommand(corpusFmtCommand(setExitCode))
    .addCommand(corpusImportCommand())
    .addCommand(listCommand())
    .addCommand(corpusStatsCommand())
    .addCommand(corpusUnlabelledCommand())
    .addCommand(corpusAgreementCommand())
    .addCommand(corpusSuspectsCommand());
}

interface ListOptions {
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus list`: the pages of corpora. */
function listCommand(): Command {
  return new Command('list')
    .description('List the pages of a corpus.')
    .argument(...CORPORA_ARGUMENT)
    .option(...CONFIG_OPTION)
    .option('--json', 'print the pages as JSON')
    .action((sources: string[], options: ListOptions) => list(sources, options));
}

async function list(sources: readonly string[], { config, json }: ListOptions): Promise<void> {
  const rows: ListedPage[] = [];
  const loaded = await loadConfig(config);
  await tellBuiltIn(loaded, sources);
  const corpora = await openCorpora(loaded, chosen(sources));
  tellUnfinished(corpora);
  for (const { corpus } of corpora) {
    for (const { id, site, media, slices } of corpus.pages) {
      rows.push({ corpus: corpus.name, page: id, site, media, ...slices });
    }
  }
  if (json) showJson({ schema: 'assay/pages@1', pages: rows });
  else for (const row of rows) show(describePage(row));
}

interface ListedPage extends Slices {
  readonly corpus: string;
  readonly page: string;
  readonly site: string;
  readonly media: string;
}

function describePage(listed: ListedPage): string {
  const { corpus, page, site, media, kind, language, split, difficulty, traits } = listed;
  const where = page.startsWith(site) ? '' : ` (${site})`;
  const what = [media, kind, language, split, difficulty].filter((word) => word !== undefined).join(', ');
  const known = traits.length === 0 ? '' : pc.dim(`  ${traits.join(' ')}`);
  return `${pc.dim(`${printable(corpus)}:`)}${printable(page + where)}  ${printable(what)}${known}`;
}
