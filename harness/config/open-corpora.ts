import { resolve } from 'node:path';
import { builtInCorpus, holdsCorpus, namesDataset, openCorpus } from '../corpus/open.ts';
import type { OpenedCorpus } from '../corpus/opened-corpus.ts';
import { formatProblem } from '../model/problem.ts';
import { BUILT_IN } from '../model/page.ts';
import type { Corpus, LabelledPage } from '../model/page.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { atPlace, choicesOf, configuredChoices, entryOf } from './choice.ts';
import type { Choice } from './choice.ts';
import type { LoadedConfig } from './load-config.ts';

/** A corpus that has no problems, and what the user named it. */
export interface NamedCorpus {
  readonly corpus: Corpus;
  readonly source: string;
}

/** A corpus that was opened, faulty or not, and what the user named it. */
export interface NamedOpening {
  readonly opened: OpenedCorpus;
  readonly source: string;
}

/** Most problems that are named by a command other than `assay corpus check`. */
const MOST_SHOWN = 20;

/**
 * Opens corpora to work with, chosen as `openEach` says.
 *
 * @param only as for `openCorpus`
 * @throws AssayError `bad-input` with the first problems, and how many there are, if there are any. Pages with todos left are
 * left out; a corpus that has no other is refused.
 */
export async function openCorpora(
  loaded: LoadedConfig,
  chosen: readonly (string | Corpus)[] | undefined,
  only?: string,
): Promise<NamedCorpus[]> {
  const openings = await openEach(loaded, chosen, only);
  const problems = openings.flatMap(({ opened }) => (opened.status === 'ok' ? [] : opened.problems));
  if (problems.length > 0) {
    const lines = problems.slice(0, MOST_SHOWN).map((problem) => `  ${formatProblem(problem)}`);
    const rest = problems.length - lines.length;
    if (rest > 0) lines.push(`  … and ${rest} more, all of them by: assay corpus check`);
    const heading =
      problems.length === 1
        ? 'a problem in the corpus; fix it first'
        : `${problems.length} problems in the corpus; fix them first`;
    throw new AssayError('bad-input', `${heading}\n${lines.join('\n')}`);
  }
  const corpora = openings.flatMap(({ opened, source }) =>
    opened.status === 'ok' ? [{ corpus: opened.corpus, source }] : [],
  );
  const begun = corpora.find(({ corpus }) => corpus.pages.length === 0 && corpus.unfinished !== undefined);
  if (begun === undefined) return corpora;
  throw new AssayError(
    'bad-input',
    `no page is labelled yet: ${unfinishedPages([begun]).join('')}; finish one; assay corpus check lists the todos`,
  );
}

/** A line about each corpus of which pages are left out because their labels are not finished. */
export function unfinishedPages(corpora: readonly NamedCorpus[]): string[] {
  return corpora.flatMap(({ corpus: { name, unfinished = [] } }) => {
    if (unfinished.length === 0) return [];
    const shown = unfinished.slice(0, MOST_NAMED).join(', ');
    const rest = unfinished.length > MOST_NAMED ? `, … and ${unfinished.length - MOST_NAMED} more` : '';
    const what = unfinished.length === 1 ? '1 page' : `${unfinished.length} pages`;
    return [`${what} of ${name} with todos left (${shown}${rest})`];
  });
}

/** Unfinished pages of a corpus that are named. */
const MOST_NAMED = 5;

/**
 * Opens the corpora chosen, else those of `run.corpus`, else all of the configuration, else `./corpus`, else the built-in
 * one. A corpus of the configuration is called what the configuration calls it.
 *
 * @throws AssayError for the first that cannot be read, with its place in the configuration.
 */
export async function openEach(
  loaded: LoadedConfig,
  chosen: readonly (string | Corpus)[] | undefined,
  only?: string,
): Promise<NamedOpening[]> {
  const openings: NamedOpening[] = [];
  for (const choice of chosen === undefined ? await defaults(loaded) : choicesOf(chosen)) {
    openings.push(await open(loaded, choice, only));
  }
  return openings;
}

async function defaults(loaded: LoadedConfig): Promise<Choice<string>[]> {
  const configured = configuredChoices(loaded, 'corpus');
  if (configured !== undefined) return configured;
  const own = Object.keys(loaded.config.corpora ?? {});
  return choicesOf(own.length === 0 ? [await corpusHere()] : own);
}

/** Where a project has its corpus if nothing says otherwise. */
const USUAL = './corpus';

/** The corpus of a project that configures none. */
async function corpusHere(): Promise<string> {
  return !isCloneOfAssay() && (await holdsCorpus(USUAL)) ? USUAL : BUILT_IN;
}

function isCloneOfAssay(): boolean {
  return resolve(USUAL) === resolve(builtInCorpus());
}

/** Whether the default is the corpus of Assay although the project is not Assay's: it may not be what was meant. */
export async function defaultsToBuiltIn({ config }: LoadedConfig): Promise<boolean> {
  const isConfigured = config.run?.corpus !== undefined || Object.keys(config.corpora ?? {}).length > 0;
  return !isConfigured && !isCloneOfAssay() && (await corpusHere()) === BUILT_IN;
}

async function open(
  loaded: LoadedConfig,
  { value, folder, place }: Choice<string | Corpus>,
  only: string | undefined,
): Promise<NamedOpening> {
  if (typeof value !== 'string') {
    return { opened: { status: 'ok', corpus: value }, source: value.name };
  }
  if (value === BUILT_IN) return { opened: await openCorpus(builtInCorpus()), source: value };
  const entry = entryOf(loaded.config.corpora, value);
  if (entry === undefined) {
    const opened = await atPlace(place, () => openUnnamed(loaded, value, folder, only));
    return { opened, source: value };
  }
  const opened = await atPlace(loaded.place(['corpora', value]), () =>
    openCorpus(entry, loaded.folder, only),
  );
  return { opened: renamed(opened, value), source: entry };
}

/**
 * Reads one page of a corpus. Of the others of a corpus in Assay's own format nothing is read, of those of most public
 * datasets only their labels.
 *
 * @returns undefined where the corpus has no such page
 * @throws AssayError as `openCorpora`
 */
export async function readOnePage(
  loaded: LoadedConfig,
  chosen: string | Corpus,
  id: string,
): Promise<LabelledPage | undefined> {
  const folder = typeof chosen === 'string' ? nativeFolder(loaded, chosen) : chosen.folder;
  if (folder !== undefined) {
    const { readNativePage } = await import('../corpus/native.ts');
    const page = await readNativePage(folder, id);
    if (page !== undefined) return page;
  }
  const [opened] = await openCorpora(loaded, [chosen], id);
  const reference = opened!.corpus.pages.find((page) => page.id === id);
  return reference && opened!.corpus.read(reference);
}

/** The folder that a name or path stands for; undefined for public datasets. */
function nativeFolder(loaded: LoadedConfig, value: string): string | undefined {
  return namesDataset(entryOf(loaded.config.corpora, value) ?? value) ? undefined : folderOf(loaded, value);
}

/** A path or a dataset. What is neither may be a slip of the pen for a name. */
async function openUnnamed(
  { config }: LoadedConfig,
  value: string,
  folder: string,
  only: string | undefined,
): Promise<OpenedCorpus> {
  try {
    return await openCorpus(value, folder, only);
  } catch (error) {
    const near = didYouMean(value, [...Object.keys(config.corpora ?? {}), BUILT_IN]);
    if (near === undefined || !(error instanceof AssayError)) throw error;
    throw new AssayError(error.code, `${error.message}; did you mean "${near}"?`, { cause: error });
  }
}

function renamed(opened: OpenedCorpus, name: string): OpenedCorpus {
  return opened.status === 'ok' ? { ...opened, corpus: { ...opened.corpus, name } } : opened;
}

/**
 * The folders of corpora in Assay's own format, for those who write in them: those chosen by name or path, else all
 * of the configuration (public datasets are nobody's to write in), else `./corpus`, else the built-in one.
 */
export async function corpusFolders(
  loaded: LoadedConfig,
  chosen: readonly string[] | undefined,
): Promise<string[]> {
  const corpora = loaded.config.corpora ?? {};
  const own = Object.keys(corpora).filter((name) => !namesDataset(corpora[name] ?? ''));
  const names = chosen ?? (own.length === 0 ? [await corpusHere()] : own);
  return names.map((name) => folderOf(loaded, name));
}

function folderOf({ config, folder }: LoadedConfig, name: string): string {
  if (name === BUILT_IN) return builtInCorpus();
  const entry = entryOf(config.corpora, name);
  return entry === undefined || namesDataset(entry) ? (entry ?? name) : readablePath(resolve(folder, entry));
}
