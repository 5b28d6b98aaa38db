import { rm } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { listCache, pruneCache } from '../extract/cache/cache-contents.ts';
import type { CacheAmount, CacheContents, KeptEntries } from '../extract/cache/cache-contents.ts';
import { CACHE_FOLDER } from '../extract/cache/cache.ts';
import { AssayError } from '../util/error.ts';
import { pad, widest } from '../report/columns.ts';
import { formatNumber } from '../report/format.ts';
import { positiveInteger } from './options.ts';
import { show, showJson } from '../report/print.ts';

interface JsonOption {
  readonly json?: true;
}

interface PruneOptions extends JsonOption {
  readonly olderThan?: number;
  readonly maxSize?: number;
}

const JSON_OPTION = ['--json', 'print it as JSON'] as const;
const DAY_MS = 86_400_000;
const MEGABYTE = 2 ** 20;

/**
 * `assay cache`: what is kept of earlier runs, and how to remove it. A `--json` behind `prune` or `clear` is parsed as an
 * option of `cache`, so these two read the options of both.
 */
export function cacheCommand(): Command {
  return new Command('cache')
    .description(`Show what ${CACHE_FOLDER} keeps of earlier runs.`)
    .option(...JSON_OPTION)
    .action(list)
    .addCommand(
      new Command('prune')
        .description('Take old answers and scores away.')
        .addOption(
          new Option('--older-than <days>', 'what was kept before so many days').argParser(positiveInteger),
        )
        .addOption(
          new Option('--max-size <mb>', 'then the oldest, until no more is left').argParser(positiveInteger),
        )
        .option(...JSON_OPTION)
        .action((_options: PruneOptions, command: Command) => prune(command.optsWithGlobals())),
    )
    .addCommand(
      new Command('clear')
        .description('Take everything away.')
        .option(...JSON_OPTION)
        .action((_options: JsonOption, command: Command) => clear(command.optsWithGlobals())),
    );
}

async function list({ json }: JsonOption): Promise<void> {
  const contents = await listCache(CACHE_FOLDER);
  if (!json) return show(toText(contents));
  const { answers, bytes } = totalOf(contents);
  const extractors = contents.extractors.map(({ extractor, count, ...entries }) => {
    return { extractor, answers: count, ...dated(entries) };
  });
  const { count, ...scores } = contents.scores;
  showJson({
    schema: 'assay/cache@1',
    folder: CACHE_FOLDER,
    answers,
    bytes,
    extractors,
    scores: { pages: count, ...dated(scores) },
  });
}

function dated({ bytes, oldest, newest }: Omit<KeptEntries, 'count'>): object {
  const moments = oldest !== undefined &&
    newest !== undefined && { oldest: dateOf(oldest), newest: dateOf(newest) };
  return { bytes, ...moments };
}

function dateOf(moment: number): string {
  return new Date(moment).toISOString();
}

function totalOf({ extractors, scores }: CacheContents): CacheAmount {
  return {
    answers: extractors.reduce((sum, { count }) => sum + count, 0),
    scores: scores.count,
    bytes: extractors.reduce((sum, { bytes }) => sum + bytes, scores.bytes),
  };
}

function toText(contents: CacheContents): string {
  const { extractors, scores } = contents;
  const rows = extractors.map(({ extractor, ...entries }) => ({ name: extractor, unit: 'answer', entries }));
  if (scores.count > 0) rows.push({ name: SCORES, unit: 'page', entries: scores });
  if (rows.length === 0) return `${CACHE_FOLDER} is empty.`;
  const width = widest(rows.map(({ name }) => name));
  const lines = rows.map(({ name, unit, entries: { count, bytes, oldest = 0, newest = 0 } }) => {
    const amount = `${formatNumber(count, unit)}, ${megabytes(bytes)}`;
    return `${pad(name, width)}  ${amount}, ${ageOf(newest)} to ${ageOf(oldest)} old`;
  });
  return [...lines, '', `${CACHE_FOLDER}: ${amountOf(totalOf(contents))}`].join('\n');
}

/** The row of scores; no extractor can have this name. */
const SCORES = '(scores)';

function amountOf({ answers, scores, bytes }: CacheAmount): string {
  return `${formatNumber(answers, 'answer')}, scores of ${formatNumber(scores, 'page')}, ${megabytes(bytes)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function ageOf(moment: number): string {
  const days = Math.max(0, Math.floor((Date.now() - moment) / DAY_MS));
  return formatNumber(days, 'day');
}

async function prune({ olderThan, maxSize, json }: PruneOptions): Promise<void> {
  if (olderThan === undefined && maxSize === undefined) {
    throw new AssayError(
      'usage',
      'found neither --older-than nor --max-size; say what is to go, or take everything away with: assay cache clear',
    );
  }
  const removed = await pruneCache(CACHE_FOLDER, {
    before: olderThan && Date.now() - olderThan * DAY_MS,
    mostBytes: maxSize && maxSize * MEGABYTE,
  });
  report(removed, json);
}

async function clear({ json }: JsonOption): Promise<void> {
  const all = totalOf(await listCache(CACHE_FOLDER));
  await rm(CACHE_FOLDER, { recursive: true, force: true });
  report(all, json);
}

function report(removed: CacheAmount, json?: true): void {
  if (json) showJson({ schema: 'assay/cache-removed@1', ...removed });
  else show(`Removed ${amountOf(removed)}.`);
}
