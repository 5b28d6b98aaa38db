import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora, openEach } from '../config/open-corpora.ts';
import { formatProblem } from '../corpus/problem-text.ts';
import type { Problem } from '../model/problem.ts';
import { toJson } from '../run/run-folder.ts';
import { ExitCode } from './exit-code.ts';
import { CONFIG_OPTION } from './options.ts';

const CORPORA =
  'a configured name, builtin, a folder, or a public dataset, e.g. aeb:PATH (default: as configured, else builtin)';

interface CorpusOptions {
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus …`: looking after corpora. */
export function corpusCommand(setExitCode: (code: number) => void): Command {
  const command = new Command('corpus').description('Check and list corpora.');
  command
    .command('check')
    .description('List everything that is wrong with a corpus; exit code 1 if anything is.')
    .argument('[corpus...]', CORPORA)
    .option(...CONFIG_OPTION)
    .option('--json', 'print the problems as JSON')
    .action(async (sources: string[], options: CorpusOptions) => {
      const clean = await check(sources, options);
      setExitCode(clean ? ExitCode.DONE : ExitCode.REFUSED);
    });
  command
    .command('list')
    .description('List the pages of a corpus.')
    .argument('[corpus...]', CORPORA)
    .option(...CONFIG_OPTION)
    .option('--json', 'print the pages as JSON')
    .action((sources: string[], options: CorpusOptions) => list(sources, options));
  return command;
}

async function check(sources: readonly string[], { config, json }: CorpusOptions): Promise<boolean> {
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

/** Nothing named is nothing chosen. */
function chosen(sources: readonly string[]): readonly string[] | undefined {
  return sources.length === 0 ? undefined : sources;
}

async function list(sources: readonly string[], { config, json }: CorpusOptions): Promise<void> {
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
