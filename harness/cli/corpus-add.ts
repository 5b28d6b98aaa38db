import { join } from 'node:path';
import { Command } from 'commander';
import { captureFile, captureUrl } from '../capture/capture-page.ts';
import { captureRendered } from '../capture/capture-rendered.ts';
import { corpusFolders } from '../config/open-corpora.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { addPage } from '../corpus/add/add-page.ts';
import type { AddedPage } from '../corpus/add/add-page.ts';
import { tellLostCharacters } from '../corpus/add/lost-characters.ts';
import type { NewPage } from '../corpus/add/start-gold.ts';
import { namesDataset } from '../corpus/open.ts';
import { pathExists } from '../util/path-exists.ts';
import { AssayError } from '../util/error.ts';
import { CONFIG_OPTION } from './options.ts';
import { show, tell } from '../report/print.ts';

interface AddOptions {
  readonly site: string;
  readonly page?: string;
  readonly corpus?: string;
  readonly rendered?: true;
  readonly anyStatus?: true;
  readonly config?: string;
}

/** `assay corpus add`: a page with the beginning of a label. */
export function corpusAddCommand(): Command {
  return new Command('add')
    .description('Add a page to a corpus, with a gold.yaml that holds its blocks, ready to be labelled.')
    .argument('<file-or-url>', 'a saved page (.html, .htm, .xhtml, .txt), or an address')
    .requiredOption(
      '--site <site>',
      "the folder of the page's site: its domain, e.g. wire.example (required)",
    )
    .option('--page <name>', 'the folder of the page (default: after its file or address)')
    .option(
      '-c, --corpus <corpus>',
      'a configured name, builtin, or a folder (default: the one that is configured, else ./corpus, else the working directory)',
    )
    .option(
      '--rendered',
      'the page as Chromium shows it, after its scripts have run (default: the raw bytes)',
    )
    .option('--any-status', 'take a page that the server answered with an error, too')
    .option(...CONFIG_OPTION)
    .action(addAction);
}

async function addAction(source: string, options: AddOptions): Promise<void> {
  const { site, page, corpus, config } = options;
  const folder = await corpusFolder(await loadConfig(config), corpus);
  const captured = await capture(source, options);
  const added = await addPage(captured, { corpus: folder, site, ...(page !== undefined && { page }) });
  tellAdded(added, folder);
  const lost = tellLostCharacters(captured);
  if (lost !== undefined) tell(`${added.id}: ${lost}`);
}

function capture(source: string, { rendered, anyStatus }: AddOptions): Promise<NewPage> {
  const isAddress = /^https?:\/\//iu.test(source);
  if (isAddress && !URL.canParse(source)) throw new AssayError('usage', `"${source}" is no address`);
  if (!isAddress && /^[a-z][a-z\d+.-]+:\/\//iu.test(source)) {
    throw new AssayError(
      'usage',
      `"${source}" is neither a file nor an address that begins with http:// or https://`,
    );
  }
  const options = { anyStatus: anyStatus === true };
  if (rendered) return captureRendered(source, options);
  return isAddress ? captureUrl(source, options) : captureFile(source);
}

/** The corpus that gets the page: the one named, else the only one of the configuration, else `./corpus`, else the working directory. */
async function corpusFolder(loaded: LoadedConfig, named: string | undefined): Promise<string> {
  if (named !== undefined) {
    const [folder = named] = await corpusFolders(loaded, [named]);
    if (namesDataset(folder))
      throw new AssayError('usage', `--corpus ${named}: a public dataset is never written to`);
    return folder;
  }
  const corpora = loaded.config.corpora ?? {};
  const own = Object.keys(corpora).filter((name) => !namesDataset(corpora[name] ?? ''));
  const configured = own.length === 0 ? [] : await corpusFolders(loaded, own);
  const [only, ...others] = configured;
  if (only !== undefined && others.length === 0) return only;
  for (const usual of only === undefined ? ['corpus', '.'] : []) if (await isCorpus(usual)) return usual;
  const found =
    only === undefined ? 'this folder is no corpus' : `several are configured: ${configured.join(', ')}`;
  throw new AssayError(
    'usage',
    `which corpus the page belongs to is not clear, ${found}; name it with --corpus`,
  );
}

async function isCorpus(folder: string): Promise<boolean> {
  const found = await Promise.all(
    ['corpus.yaml', 'pages'].map((name) => pathExists(join(folder, name))),
  ); // prettier-ignore
  return found.includes(true);
}

function tellAdded({ id, goldFile, todos, keys }: AddedPage, corpus: string): void {
  const blocks = todos === 1 ? '1 block' : `${todos} blocks`;
  show(`${id}: ${blocks} to label and ${keys} keys to fill in, in ${goldFile}`);
  show(
    `Change each "todo …" to a kind (p, h2, ul …) or a category of boilerplate (nav, related …), then run: assay corpus check ${corpus}`,
  );
}
