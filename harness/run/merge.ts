import { join } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { RunResult } from './finish-run.ts';
import { differencesBetween } from '../store/compare-descriptions.ts';
import { finishRun } from './finish-run.ts';
import { journalKey, readExtractions } from '../store/extractions.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { Journal } from '../store/journal.ts';
import { metricsOfRun } from '../analyse/labels.ts';
import { readRun, refuseLostExtractions, refuseUnfinished } from '../store/read-run.ts';
import type { RunRecord } from '../store/read-run.ts';
import { createRunFolder } from '../store/run-folder.ts';
import { toJson } from '../util/json.ts';
import { writeWhole } from '../util/write-whole.ts';

/**
 * Joins the shards of a run to what the whole run would have left: the same set of journal lines and the same summary.
 *
 * @throws AssayError `usage` unless these are all shards of one run, each once; it names what is missing or differs.
 * `bad-input` where something in a folder was lost.
 */
export async function mergeRuns(folders: readonly string[], out: string): Promise<RunResult> {
  const runs: RunRecord[] = [];
  for (const folder of folders) runs.push(await readRun(folder));
  refuseStrangers(runs);
  refuseGaps(runs);
  for (const run of runs) refuseUnfinished(run);
  for (const run of runs) await refuseLostExtractions(run);
  const description = joined(runs);
  const metrics = metricsOfRun(description);
  const folder = await createRunFolder(description, out);
  await writeWhole(join(folder, 'run.json'), toJson(description));
  const journal = await copyPages(runs, folder);
  return finishRun(folder, description, journal, metrics);
}

function refuseStrangers([first, ...others]: readonly RunRecord[]): void {
  for (const { folder, description } of others) {
    const differences = differencesBetween(first!.description, description, { isSharing: true });
    if (differences.length === 0) continue;
    const list = differences.map((difference) => `  ${difference}`).join('\n');
    const both = `${readablePath(first!.folder)} and ${readablePath(folder)}`;
    throw new AssayError('usage', `${both} are no shards of one run:\n${list}`);
  }
}

/** Most missing shards that are named. */
const MOST_SHOWN = 10;

function refuseGaps(runs: readonly RunRecord[]): void {
  const counts = new Set(runs.map(({ description }) => description.options.shard?.count));
  const [count] = counts;
  if (counts.size !== 1 || count === undefined) {
    const found = runs
      .map(({ folder, description }) => `${readablePath(folder)}: ${shardText(description)}`)
      .join(', ');
    throw new AssayError(
      'usage',
      `expected the shards of one run, made with --shard 1/N to N/N; found ${found}`,
    );
  }
  const indices = runs.map(({ description }) => description.options.shard!.index);
  const there = new Set(indices);
  const missing = Array.from({ length: count }, (_, index) => index + 1)
    .filter((index) => !there.has(index))
    .map((index) => `${index}/${count} is missing`);
  const twice = [...there]
    .filter((index) => indices.indexOf(index) !== indices.lastIndexOf(index))
    .map((index) => `${index}/${count} is there twice`);
  if (missing.length + twice.length === 0) return;
  const rest = missing.length > MOST_SHOWN ? [`${missing.length - MOST_SHOWN} more are missing`] : [];
  const faults = [...missing.slice(0, MOST_SHOWN), ...rest, ...twice];
  throw new AssayError('usage', `not every shard is there once: ${faults.join(', ')}`);
}

function shardText({ options: { shard } }: RunDescription): string {
  return shard === undefined ? 'no shard' : `shard ${shard.index}/${shard.count}`;
}

function joined(runs: readonly RunRecord[]): RunDescription {
  const descriptions = runs.map(({ description }) => description);
  const [first] = descriptions;
  const { shard: _shard, ...options } = first!.options;
  const started = descriptions.map((each) => each.started).toSorted()[0]!;
  const selected = (name: string): number =>
    descriptions.reduce((sum, { corpora }) => sum + corpora.find((each) => each.name === name)!.selected, 0);
  const corpora = first!.corpora.map((corpus) => ({ ...corpus, selected: selected(corpus.name) }));
  return { ...first!, started, corpora, options };
}

/** Writes the journals one after the other; gives the lines as they were written. */
async function copyPages(runs: readonly RunRecord[], folder: string): Promise<JournalLine[]> {
  const journal = await Journal.create(folder);
  const written: JournalLine[] = [];
  try {
    for (const run of runs) {
      const waiting = new Map(run.journal.map((line) => [journalKey(line), line]));
      for await (const record of readExtractions(run.folder)) {
        const line = waiting.get(journalKey(record));
        if (line?.status !== 'extracted') continue;
        waiting.delete(journalKey(record));
        written.push(await journal.append(line, record.extraction));
      }
      for (const line of waiting.values()) written.push(await journal.append(line, undefined));
    }
  } finally {
    await journal.close();
  }
  return written;
}
