import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { Corpus, LabelledPage } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { readExtraction } from '../store/extractions.ts';
import { findRun } from '../store/find-run.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { readRun, refuseLostExtractions, refuseUnfinished } from '../store/read-run.ts';
import type { RunRecord } from '../store/read-run.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { settingsOfRun } from './settings.ts';
import type { RunSettings } from './settings.ts';

/**
 * The corpora of a run, as they were when it was made.
 *
 * @param sources where they lie
 * @throws AssayError `bad-input` if one is missing or has changed.
 */
export async function openCorporaOfRun(
  { folder, description }: RunRecord,
  loaded: LoadedConfig,
  sources: readonly (string | Corpus)[] | undefined,
): Promise<Corpus[]> {
  const corpora = (await openCorpora(loaded, sources)).map(({ corpus }) => corpus);
  for (const { name, digest } of description.corpora) {
    const now = corpora.find((corpus) => corpus.name === name);
    if (now?.digest === digest) continue;
    const what = now === undefined ? 'is not among the corpora given' : 'has changed since';
    const fix = 'what a run returned can only be held against the gold that it ran over';
    throw new AssayError('bad-input', `the corpus ${name} of ${readablePath(folder)} ${what}; ${fix}`);
  }
  return corpora;
}

/** What is read of a run; what is left out is as in the run. */
export interface ReadRunSettings extends Pick<RunSettings, 'corpora' | 'config'> {
  /** Called behind each page, with its identifier and how many pages there are in all. */
  readonly onPage?: ((page: string, pages: number) => void) | undefined;
}

/** A finished run whose extractions are read once more. */
export interface RunToRead {
  readonly record: RunRecord;
  readonly corpora: readonly Corpus[];
  readonly policy: Policy;
  /** Names of those that are no baselines. */
  readonly extractors: readonly string[];
  /** In all corpora. */
  readonly pages: number;
}

/** @throws AssayError `usage` for a run that is not there; `bad-input` for one that is not whole, or a corpus that has changed. */
export async function openRunToRead(run: string, { corpora, config }: ReadRunSettings): Promise<RunToRead> {
  const folder = await findRun(run);
  const record = await readRun(folder);
  refuseUnfinished(record);
  await refuseLostExtractions(record);
  const loaded = await loadConfig(config);
  const settings = await settingsOfRun(folder, { corpora }, loaded);
  return {
    record,
    corpora: await openCorporaOfRun(record, loaded, settings.corpora),
    policy: choosePolicy(loaded, settings.policy),
    extractors: record.description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name),
    pages: record.description.corpora.reduce((sum, { selected }) => sum + selected, 0),
  };
}

/** A page, and what extractors of a run made of it. */
export interface RunPage {
  readonly labelled: LabelledPage;
  readonly gold: PreparedGold;
  /** By extractor, in the order of the run; those that skipped the page are not among them. */
  readonly inputs: ReadonlyMap<string, ScoringInput>;
}

/** Reads the pages of one corpus of a run with the extractions of some extractors, one after the other; nothing is held. */
export async function* readRunPages(
  { folder, journal }: RunRecord,
  corpus: Corpus,
  policy: Policy,
  extractors: readonly string[],
): AsyncGenerator<RunPage> {
  const byPage = new Map<string, Map<string, JournalLine>>();
  for (const line of journal) {
    if (line.corpus !== corpus.name || line.status === 'skipped') continue;
    const lines = byPage.get(line.page) ?? new Map<string, JournalLine>();
    byPage.set(line.page, lines.set(line.extractor, line));
  }
  for (const reference of corpus.pages) {
    const lines = byPage.get(reference.id);
    if (lines === undefined) continue;
    const labelled = await corpus.read(reference);
    const gold = new PreparedGold(labelled.gold, policy);
    const inputs = new Map<string, ScoringInput>();
    for (const extractor of extractors) {
      const line = lines.get(extractor);
      if (line !== undefined) {
        inputs.set(extractor, new ScoringInput(gold, await readExtraction(folder, line)));
      }
    }
    yield { labelled, gold, inputs };
  }
}
