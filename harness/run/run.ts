import type { Extractor } from '../extract/extractor.ts';
import { AssayError } from '../model/error.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalLine, RunDescription, RunOptions, Summary } from '../model/run.ts';
import type { Metric } from '../score/metric.ts';
import { describeMachine } from './machine.ts';
import { Journal } from './journal.ts';
import type { CorpusPlan } from './plan.ts';
import { createRunFolder, toJson, writeWhole } from './run-folder.ts';
import { isAssays, policyLabel } from './policy-label.ts';
import { runPages } from './run-pages.ts';
import { scorePage } from './score-page.ts';
import { summarize } from './summary.ts';

/** What is to be run. */
export interface RunRequest {
  readonly assayVersion: string;
  readonly plans: readonly CorpusPlan[];
  readonly extractors: readonly Extractor[];
  readonly policy: Policy;
  /** In the order of tables, the primary ones among them. */
  readonly metrics: readonly Metric[];
  readonly options: RunOptions;
  /** Folder of the run; absent: a new one under `reports/runs`. */
  readonly out?: string;
  /** Called after each page of each extractor. */
  readonly onPage?: (line: JournalLine) => void;
}

export interface RunResult {
  readonly folder: string;
  readonly description: RunDescription;
  readonly summary: Summary;
  /** Every line of the journal, in the order in which pages finished. */
  readonly journal: readonly JournalLine[];
}

/**
 * Runs extractors over corpora and leaves a run folder with `run.json`, the journal, the extractions and
 * `summary.json`. Extractors run one after the other, so that they do not disturb each other's times.
 *
 * @throws AssayError `usage` for two extractors of one name, or a folder that is not empty.
 */
export async function run(request: RunRequest): Promise<RunResult> {
  refuseEqualNames(request.extractors);
  const description = describe(request);
  const folder = await createRunFolder(description, request.out);
  await writeWhole(folder, 'run.json', toJson(description));
  const journal = await runAll(request, folder);
  const summary = summarize(description, journal, request.metrics);
  await writeWhole(folder, 'summary.json', toJson(summary));
  return { folder, description, summary, journal };
}

async function runAll(
  { plans, extractors, policy, metrics, options, onPage }: RunRequest,
  folder: string,
): Promise<JournalLine[]> {
  const journal = await Journal.create(folder);
  const lines: JournalLine[] = [];
  try {
    for (const plan of plans) {
      for (const extractor of extractors) {
        await runPages(extractor, plan, options, async ({ labelled, outcome }) => {
          const { id, site } = labelled.page;
          const key = { corpus: plan.corpus.name, extractor: extractor.name, page: id, site };
          const line = scorePage(key, labelled, outcome, policy, metrics);
          await journal.append(line, outcome.status === 'extracted' ? outcome.extraction : undefined);
          lines.push(line);
          onPage?.(line);
        });
      }
    }
  } finally {
    await journal.close();
  }
  return lines;
}

function describe(request: RunRequest): RunDescription {
  return {
    schema: 'assay/run@1',
    assay: request.assayVersion,
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
      ({ name, version, source, driver, accepts, baseline, options, fingerprint, network }) => ({
        name,
        version,
        source,
        driver,
        accepts,
        baseline,
        ...(options !== undefined && { options }),
        fingerprint,
        network,
      }),
    ),
    metrics: request.metrics.map((metric) => `${metric.name}@${metric.version}`),
    options: request.options,
    machine: describeMachine(),
  };
}

function refuseEqualNames(extractors: readonly Extractor[]): void {
  const names = extractors.map((extractor) => extractor.name);
  const twice = extractors.find(({ name }, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  const sources = extractors.filter(({ name }) => name === twice.name).map(({ source }) => source);
  throw new AssayError(
    'usage',
    `two extractors are called "${twice.name}" (${sources.join(', ')}); give one of them another name`,
  );
}
