import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import { toJson } from '../run/run-folder.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen } from './options.ts';

interface ListOptions {
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus list`: the pages of corpora. */
export function corpusListCommand(): Command {
  return new Command('list')
    .description('List the pages of a corpus.')
    .argument(...CORPORA_ARGUMENT)
    .option(...CONFIG_OPTION)
    .option('--json', 'print the pages as JSON')
    .action((sources: string[], options: ListOptions) => list(sources, options));
}

async function list(sources: readonly string[], { config, json }: ListOptions): Promise<void> {
  const rows: ListedPage[] = [];
  for (const { corpus } of await openCorpora(await loadConfig(config), chosen(sources))) {
    for (const reference of corpus.pages) {
      const { gold } = await corpus.read(reference);
      const { kind, language, traits } = gold.about;
      rows.push({
        corpus: corpus.name,
        page: reference.id,
        site: reference.site,
        media: reference.media,
        ...(kind === undefined ? {} : { kind }),
        ...(language === undefined ? {} : { language }),
        traits,
      });
    }
  }
  if (json) process.stdout.write(toJson({ schema: 'assay/pages@1', pages: rows }));
  else for (const row of rows) console.log(describePage(row));
}

interface ListedPage {
  readonly corpus: string;
  readonly page: string;
  readonly site: string;
  readonly media: string;
  readonly kind?: string;
  readonly language?: string;
  readonly traits: readonly string[];
}

function describePage({ corpus, page, site, media, kind, language, traits }: ListedPage): string {
  const where = page.startsWith(site) ? '' : ` (${site})`;
  const what = [media, kind, language].filter((word) => word !== undefined).join(', ');
  const known = traits.length === 0 ? '' : pc.dim(`  ${traits.join(' ')}`);
  return `${pc.dim(`${corpus}:`)}${page}${where}  ${what}${known}`;
}
