import { didYouMean } from '../util/did-you-mean.ts';
import { builtInCorpus, openCorpus } from '../corpus/open.ts';
import type { OpenedCorpus } from '../corpus/opened-corpus.ts';
import { formatProblem } from '../model/problem.ts';
import { AssayError } from '../util/error.ts';
import type { Corpus } from '../model/page.ts';
import { atPlace, choicesOf, configuredChoices, entryOf } from './choice.ts';
import type { Choice } from './choice.ts';
import type { LoadedConfig } from './load-config.ts';
import { BUILT_IN } from './read-config.ts';

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

/** So many problems are told by a command that is not there to tell them. */
const MOST_SHOWN = 20;

/**
 * Opens corpora to work with, chosen as `openEach` says.
 *
 * @throws AssayError `bad-input` with the first problems, and how many there are, if there are any.
 */
export async function openCorpora(
  loaded: LoadedConfig,
  chosen: readonly (string | Corpus)[] | undefined,
): Promise<NamedCorpus[]> {
  const openings = await openEach(loaded, chosen);
  const problems = openings.flatMap(({ opened }) => (opened.status === 'ok' ? [] : opened.problems));
  if (problems.length > 0) {
    const lines = problems.slice(0, MOST_SHOWN).map((problem) => `  ${formatProblem(problem)}`);
    const rest = problems.length - lines.length;
    if (rest > 0) lines.push(`  … and ${rest} more, all of them by: assay corpus check`);
    const heading =
      problems.length === 1
        ? 'a problem in the corpus; mend it first'
        : `${problems.length} problems in the corpus; mend them first`;
    throw new AssayError('bad-input', `${heading}\n${lines.join('\n')}`);
  }
  return openings.flatMap(({ opened, source }) =>
    opened.status === 'ok' ? [{ corpus: opened.corpus, source }] : [],
  );
}

/**
 * Opens the corpora chosen, else those of `run.corpus`, else all of the configuration, else the built-in one. A
 * corpus of the configuration is called what the configuration calls it.
 *
 * @throws AssayError for the first that cannot be read, with its place in the configuration.
 */
export async function openEach(
  loaded: LoadedConfig,
  chosen: readonly (string | Corpus)[] | undefined,
): Promise<NamedOpening[]> {
  const openings: NamedOpening[] = [];
  for (const choice of chosen === undefined ? defaults(loaded) : choicesOf(chosen)) {
    openings.push(await open(loaded, choice));
  }
  return openings;
}

function defaults(loaded: LoadedConfig): Choice<string>[] {
  const configured = configuredChoices(loaded, 'corpus');
  if (configured !== undefined) return configured;
  const own = Object.keys(loaded.config.corpora ?? {});
  return choicesOf(own.length === 0 ? [BUILT_IN] : own);
}

async function open(
  loaded: LoadedConfig,
  { value, folder, place }: Choice<string | Corpus>,
): Promise<NamedOpening> {
  if (typeof value !== 'string') {
    return { opened: { status: 'ok', corpus: value }, source: value.name };
  }
  if (value === BUILT_IN) return { opened: await openCorpus(builtInCorpus()), source: value };
  const entry = entryOf(loaded.config.corpora, value);
  if (entry === undefined) {
    const opened = await atPlace(place, () => openUnnamed(loaded, value, folder));
    return { opened, source: value };
  }
  const opened = await atPlace(loaded.place(['corpora', value]), () => openCorpus(entry, loaded.folder));
  return { opened: renamed(opened, value), source: entry };
}

/** A path or a dataset. What is neither may be a slip of the pen for a name. */
async function openUnnamed({ config }: LoadedConfig, value: string, folder: string): Promise<OpenedCorpus> {
  try {
    return await openCorpus(value, folder);
  } catch (error) {
    const near = didYouMean(value, [...Object.keys(config.corpora ?? {}), BUILT_IN]);
    if (near === undefined || !(error instanceof AssayError)) throw error;
    throw new AssayError(error.code, `${error.message}; did you mean "${near}"?`, { cause: error });
  }
}

function renamed(opened: OpenedCorpus, name: string): OpenedCorpus {
  return opened.status === 'ok' ? { ...opened, corpus: { ...opened.corpus, name } } : opened;
}
