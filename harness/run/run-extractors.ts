import { ORACLE } from '../model/score.ts';
import { join } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import type { Cache } from '../extract/cache/cache.ts';
import { FileStates } from '../extract/cache/file-states.ts';
import type { Extractor } from '../extract/extractor.ts';
import { AssayError } from '../util/error.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription, RunOptions } from '../store/run-description.ts';
import type { RunResult, StartedRun } from './finish-run.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import { claimFolder, createRunFolder } from '../store/run-folder.ts';
import { toJson } from '../util/json.ts';
import { Unwritable, writeWhole } from '../util/write-whole.ts';
import { finishRun } from './finish-run.ts';
import { journalKey } from '../store/extractions.ts';
import { Journal } from '../store/journal.ts';
import { LoadedFiles } from './loaded-files.ts';
import { describeMachine } from './environment.ts';
import { metricLabel, isAssays, policyLabel } from '../analyse/labels.ts';
import type { CorpusPlan } from './plan.ts';
import { readDescription } from '../store/read-run.ts';
import { joinRepeats } from './repeats.ts';
import { resumeRun } from './resume.ts';
import type { ResumedRun } from './resume.ts';
import { runPages } from './run-pages.ts';
import type { RunLimits } from './run-pages.ts';
import { RunStopped } from './run-stopped.ts';
import { primaryValue, scorePage } from './score-page.ts';
import { cachedScorer } from './scoring/cached-scorer.ts';
import { openScorer } from './scoring/open-scorer.ts';
import { PreparedPages } from './scoring/prepared-pages.ts';
import type { Scorer } from './scoring/scorer.ts';
import { ScoringStopped } from './scoring/thread-scorer.ts';

/** What is to be run. */
export interface RunRequest {
  readonly assayVersion: string;
  /** What the user calls the run. */
  readonly label?: string;
  readonly plans: readonly CorpusPlan[];
  readonly extractors: readonly Extractor[];
  readonly policy: Policy;
  /** In the order of tables, the primary ones among them. */
  readonly metrics: readonly Metric[];
  readonly options: RunOptions;
  /** How many threads score, so that the harness has its time for the workers. Default: none; it scores by itself what is not large. */
  readonly scoringThreads?: number;
  /** Folder of the run; absent: a new one under `reports/runs`. */
  readonly out?: string;
  /** Folder of a run that was stopped, to go on with it; what it holds is not done again. */
  readonly resume?: string;
  /** Answers for what has not changed; absent: every page is extracted and scored anew. */
  readonly cache?: Cache;
  /** Stops the run when it is aborted: pages under way are finished, and `RunStopped` is thrown. */
  readonly signal?: AbortSignal;
  /** Called before the first page. */
  readonly onStart?: (run: StartedRun) => unknown;
  /** Called after each page of each extractor. */
  readonly onPage?: (line: JournalLine) => unknown;
}

/**
 * Runs extractors over corpora and leaves a run folder with `run.json`, the journal, the extractions and
 * `summary.json`. Extractors run one after the other, so that they do not disturb each other's times; outputs that were
 * made elsewhere come first, all of them page by page.
 *
 * @throws AssayError `usage` for two extractors of one name or one called `oracle`, a folder that is not empty, that cannot be written or that
 * another process writes to, or a run to be resumed that was one of something else. `RunStopped` if the signal was
 * aborted.
 */
export async function runExtractors(request: RunRequest): Promise<RunResult> {
  refuseNames(request.extractors);
  const description = describe(request);
  const folder = request.resume ?? (await createRunFolder(description, request.out));
  // Before the claim, which would be left in a folder that holds no run.
  if (request.resume !== undefined) await readDescription(folder);
  const release = await claimFolder(folder);
  try {
    return await runIn(folder, request, description);
  } catch (error) {
    throw error instanceof Unwritable ? resumable(error, folder) : error;
  } finally {
    await release();
  }
}

async function runIn(folder: string, request: RunRequest, now: RunDescription): Promise<RunResult> {
  const states = request.cache?.states ?? new FileStates();
  const { description, done } = await begin(folder, request, now, states);
  const selected = request.plans.reduce((sum, { pages }) => sum + pages.length, 0);
  await request.onStart?.({ folder, description, pages: selected * request.extractors.length });
  const journal = await runAll(request, folder, done, states);
  if (request.signal?.aborted === true) throw new RunStopped(folder, journal.length);
  return finishRun(folder, description, journal, request.metrics);
}

/** The folder then holds exactly what is done. */
async function begin(
  folder: string,
  { resume }: RunRequest,
  description: RunDescription,
  states: FileStates,
): Promise<ResumedRun> {
  if (resume !== undefined) return resumeRun(folder, description, states);
  await writeWhole(join(folder, 'run.json'), toJson(description));
  return { description, done: [] };
}

function resumable({ message, cause }: Unwritable, folder: string): AssayError {
  const goOn = `then go on with: assay run --resume ${readablePath(folder)}`;
  return new AssayError('usage', `${message}, ${goOn}`, { cause });
}

async function runAll(
  request: RunRequest,
  folder: string,
  done: readonly JournalLine[],
  states: FileStates,
): Promise<JournalLine[]> {
  const { plans, options, cache, onPage, signal } = request;
  const groups = inTurn(request.extractors);
  const prepared = new PreparedPages();
  // All of a group needs a page at once; then nobody does, nor behind the only group.
  const passing = new PreparedPages(0);
  const loaded = await LoadedFiles.open(folder, states);
  const journal = await Journal.create(folder);
  const scorer = scorerOf(request);
  const lines = [...done];
  const isDone = new Set(done.map(journalKey));
  try {
    for (const plan of plans) {
      const primary = primaryMetric(plan.corpus.gold);
      for (const group of groups) {
        const keyOf = (
          { name }: Extractor,
          page: string,
        ): Pick<JournalLine, 'corpus' | 'extractor' | 'page'> => {
          return { corpus: plan.corpus.name, extractor: name, page };
        };
        const limits: RunLimits = {
          ...options,
          cache,
          signal,
          isDone: (extractor, { id }) => isDone.has(journalKey(keyOf(extractor, id))),
        };
        const pages = group.length > 1 || groups.length === 1 ? passing : prepared;
        await runPages(group, plan, pages, limits, async (page) => {
          const { extractor, labelled, outcomes, files } = page;
          const { id, site } = labelled.page;
          const joined = await joinRepeats(outcomes, (each) =>
            primaryValue(labelled, each, scorer, primary),
          ).catch(unlessStopped);
          const line =
            joined &&
            (await scorePage({ ...keyOf(extractor, id), site }, labelled, joined, scorer).catch(
              unlessStopped,
            ));
          if (joined === undefined || line === undefined) return;
          if (files !== undefined) await loaded.note(extractor.name, files);
          const { outcome } = joined;
          const isKept = line.status === 'extracted' && outcome.status === 'extracted';
          const extraction = isKept ? outcome.extraction : undefined;
          const written = await journal.append(line, extraction);
          lines.push(written);
          await onPage?.(written);
        });
      }
    }
  } finally {
    await Promise.all([journal.close(), scorer.close()]);
  }
  return lines;
}

/**
 * Extractors in groups that run one after the other. What was recorded takes no time that another could disturb, so it is one
 * group: each page is then read, labelled and explained once for all of it.
 */
function inTurn(extractors: readonly Extractor[]): (readonly Extractor[])[] {
  const recorded = extractors.filter(({ driver }) => driver === 'recorded');
  const live = extractors.filter(({ driver }) => driver !== 'recorded');
  return [...(recorded.length > 0 ? [recorded] : []), ...live.map((extractor) => [extractor])];
}

/** A page that was being scored when the run was stopped has no line; whoever resumes the run does it again. */
function unlessStopped(error: unknown): undefined {
  if (!(error instanceof ScoringStopped)) throw error;
}

function scorerOf({ policy, metrics, scoringThreads = 0, cache, signal }: RunRequest): Scorer {
  const scorer = openScorer(policy, metrics, scoringThreads, { signal });
  return cache === undefined ? scorer : cachedScorer(scorer, cache, policy, metrics);
}

function describe(request: RunRequest): RunDescription {
  return {
    schema: 'assay/run@1',
    assay: request.assayVersion,
    ...(request.label !== undefined && { label: request.label }),
    started: new Date().toISOString(),
    policy: policyLabel(request.policy),
    ...(!isAssays(request.policy) && { ownPolicy: request.policy }),
    corpora: request.plans.map(({ corpus, source, pages }) => ({
      name: corpus.name,
      ...(corpus.version === undefined ? {} : { version: corpus.version }),
      source,
      digest: corpus.digest,
      gold: corpus.gold,
      pages: corpus.pages.length,
      selected: pages.length,
    })),
    extractors: request.extractors.map(
      ({ name, version, source, driver, accepts, baseline, options, fingerprint, network, isolation }) => ({
        name,
        version,
        source,
        driver,
        accepts,
        baseline,
        ...(options !== undefined && { options }),
        fingerprint,
        network,
        ...(isolation !== undefined && { isolation }),
      }),
    ),
    metrics: request.metrics.map(metricLabel),
    options: request.options,
    machine: describeMachine(),
  };
}

/** Refuses names that would not tell rows of a table apart. */
function refuseNames(extractors: readonly Extractor[]): void {
  const taken = extractors.find(({ name }) => name === ORACLE);
  if (taken !== undefined) {
    const why = 'so is the row of the best extractor for each page';
    const fix = 'give it another name under extractors in the configuration (name: what it is)';
    throw new AssayError('usage', `an extractor is called "${ORACLE}" (${taken.source}); ${why}; ${fix}`);
  }
  const names = extractors.map((extractor) => extractor.name);
  const twice = extractors.find(({ name }, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  const sources = extractors.filter(({ name }) => name === twice.name).map(({ source }) => source);
  throw new AssayError(
    'usage',
    `two extractors are called "${twice.name}" (${sources.join(', ')}); give one of them another name`,
  );
}
