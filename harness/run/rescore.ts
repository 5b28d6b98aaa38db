import { join } from 'node:path';
import { defined } from '../util/defined.ts';
import { AssayError } from '../util/error.ts';
import type { Outcome } from '../model/extraction.ts';
import type { Corpus } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { RunResult, StartedRun } from './finish-run.ts';
import type { Metric } from '../score/metric.ts';
import { finishRun } from './finish-run.ts';
import { journalKey, readExtractions } from '../store/extractions.ts';
import { Journal } from '../store/journal.ts';
import { metricLabel, isAssays, policyLabel } from '../analyse/labels.ts';
import type { RunRecord } from '../store/read-run.ts';
import { createRunFolder } from '../store/run-folder.ts';
import { scorePage } from './score-page.ts';
import { PreparedPages } from './scoring/prepared-pages.ts';
import { openScorer } from './scoring/open-scorer.ts';
import { toJson } from '../util/json.ts';
import { writeWhole } from '../util/write-whole.ts';

/** How a run is to be scored. */
export interface RescoreRequest {
  /** The run, finished. */
  readonly record: RunRecord;
  /** Its corpora, as they were. */
  readonly corpora: readonly Corpus[];
  readonly policy: Policy;
  readonly metrics: readonly Metric[];
  /** What the user calls the run that comes of it. */
  readonly label?: string;
  /** Folder of the run that comes of it; absent: a new one under `reports/runs`. */
  readonly out?: string;
  /** Called before the first page. */
  readonly onStart?: (run: StartedRun) => unknown;
  /** Called after each page of each extractor. */
  readonly onPage?: (line: JournalLine) => unknown;
}

/**
 * Scores what the extractors of a run returned once more, under other metrics or another policy; no extractor runs.
 * What comes of it is a run folder like any other, with the same extractions, times and failures.
 */
export async function rescore({
  record,
  corpora,
  policy,
  metrics,
  label,
  out,
  onStart,
  onPage,
}: RescoreRequest): Promise<RunResult> {
  const description = describe(record.description, {
    policy,
    metrics,
    ...(label !== undefined && { label }),
  });
  const folder = await createRunFolder(description, out);
  await writeWhole(join(folder, 'run.json'), toJson(description));
  await onStart?.({ folder, description, pages: record.journal.length });
  const pages = new PreparedPages();
  const references = new Map(
    corpora.flatMap((corpus) =>
      corpus.pages.map((reference) => [JSON.stringify([corpus.name, reference.id]), { corpus, reference }]),
    ),
  );
  const waiting = new Map(record.journal.map((line) => [journalKey(line), line]));
  const scorer = openScorer(policy, metrics, 0);
  const journal = await Journal.create(folder);
  const lines: JournalLine[] = [];
  const add = async (line: JournalLine, outcome: Outcome): Promise<void> => {
    const { corpus, extractor, page, site } = line;
    const found = references.get(JSON.stringify([corpus, page]));
    if (found === undefined) {
      const named = `the journal of the run names the page ${JSON.stringify(page)}`;
      throw new AssayError('bad-input', `${named}, which the corpus ${corpus} does not have`);
    }
    const repeats = line.status === 'skipped' ? undefined : line.repeats;
    const scored = await scorePage(
      { corpus, extractor, page, site },
      await pages.read(found.corpus, found.reference),
      { outcome, ...(repeats && { repeats }) },
      scorer,
    );
    const isKept = scored.status === 'extracted' && outcome.status === 'extracted';
    const extraction = isKept ? outcome.extraction : undefined;
    const written = await journal.append(scored, extraction);
    lines.push(written);
    await onPage?.(written);
  };
  try {
    for await (const { extraction, ...key } of readExtractions(record.folder)) {
      const line = waiting.get(journalKey(key));
      if (line?.status !== 'extracted') continue;
      waiting.delete(journalKey(key));
      const { ms, memory: memoryMb, cached: isCached } = line;
      await add(line, { status: 'extracted', extraction, ...defined({ ms, memoryMb, isCached }) });
    }
    for (const line of waiting.values()) if (line.status !== 'extracted') await add(line, line);
  } finally {
    await Promise.all([journal.close(), scorer.close()]);
  }
  return finishRun(folder, description, lines, metrics);
}

function describe(
  of: RunDescription,
  { policy, metrics, label }: Pick<RescoreRequest, 'policy' | 'metrics' | 'label'>,
): RunDescription {
  const { ownPolicy: _before, label: _label, ...rest } = of;
  return {
    ...rest,
    ...(label !== undefined && { label }),
    policy: policyLabel(policy),
    ...(!isAssays(policy) && { ownPolicy: policy }),
    metrics: metrics.map(metricLabel),
  };
}
