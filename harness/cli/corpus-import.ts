import { Command } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import { importCorpus } from '../corpus/import/import-corpus.ts';
import type { ImportChange, ImportedCorpus } from '../corpus/import/import-corpus.ts';
import type { SiteSplits } from '../corpus/import/splits-by-site.ts';
import { readablePath } from '../util/readable-path.ts';
import { CONFIG_OPTION, tellUnfinished } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, tell } from '../report/print.ts';

interface ImportCommandOptions {
  readonly out: string;
  readonly name?: string;
  readonly config?: string;
}

/** `assay corpus import`: any corpus in Assay's own format. */
export function corpusImportCommand(): Command {
  return new Command('import')
    .description('Write a public dataset, or any other corpus, out as a corpus in the format of Assay.')
    .argument('<corpus>', 'a public dataset, e.g. aeb:PATH, a configured name, builtin, or a folder')
    .requiredOption('--out <dir>', 'the folder to make, which must not be there yet, or be empty (required)')
    .option('--name <name>', 'name of the new corpus (default: that of the old one)')
    .option(...CONFIG_OPTION)
    .action(importAction);
}

async function importAction(source: string, { out, name, config }: ImportCommandOptions): Promise<void> {
  const corpora = await openCorpora(await loadConfig(config), [source]);
  tellUnfinished(corpora);
  for (const { corpus } of corpora) {
    const progress = new ProgressBar(corpus.pages.length);
    const onPage = (id: string): void => progress.advance(id);
    const options = { onPage, ...(name !== undefined && { name }) };
    const imported = await importCorpus(corpus, out, options).finally(() => progress.finish());
    tellImported(imported, readablePath(out));
  }
}

function tellImported({ name, pages, sites, changes, splits }: ImportedCorpus, out: string): void {
  for (const change of changes) tell(describeChange(change));
  if (splits && splits.sharedSites.length > 0) tell(describeSplits(splits));
  const found = [counted(pages, 'page'), counted(sites, 'site')].join(' of ');
  show(`${name}: ${found} in ${out}; look at them with "assay corpus check ${out}"`);
}

function describeChange({ what, pages, example }: ImportChange): string {
  const shown = example.length > 60 ? `${example.slice(0, 60)}…` : example;
  return `not kept as it was, on ${counted(pages, 'page')}: ${what}, e.g. ${JSON.stringify(shown)}`;
}

function describeSplits({ sharedSites, movedPages }: SiteSplits): string {
  const named = sharedSites.slice(0, 5).join(', ') + (sharedSites.length > 5 ? ', …' : '');
  return (
    `splits are by site in this format, and the splits of the source share ${counted(sharedSites.length, 'site')} ` +
    `(${named}): each went to dev if dev has pages of it, so that nothing seen in development is a test; ` +
    `${counted(movedPages, 'page')} changed the split`
  );
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
