import { rm } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { CACHE_FOLDER } from '../extract/cache/answer-cache.ts';
import { listCache, pruneCache } from '../extract/cache/look-after.ts';
import type { CacheContent } from '../extract/cache/look-after.ts';
import { AssayError } from '../model/error.ts';
import { pad, widest } from '../report/columns.ts';
import { formatNumber } from '../report/format.ts';
import { toJson } from '../run/run-folder.ts';
import { positiveInteger } from './options.ts';

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

/** `assay cache`: what is kept of earlier runs, and how to be rid of it. */
export function cacheCommand(): Command {
  return new Command('cache')
    .description(`Show what ${CACHE_FOLDER} keeps of earlier runs.`)
    .option(...JSON_OPTION)
    .action(show)
    .addCommand(
      new Command('prune')
        .description('Take old answers away.')
        .addOption(
          new Option('--older-than <days>', 'what was kept before so many days').argParser(positiveInteger),
        )
        .addOption(
          new Option('--max-size <mb>', 'then the oldest, until no more is left').argParser(positiveInteger),
        )
        .option(...JSON_OPTION)
        .action(prune),
    )
    .addCommand(
      new Command('clear')
        .description('Take everything away.')
        .option(...JSON_OPTION)
        .action(clear),
    );
}

async function show({ json }: JsonOption): Promise<void> {
  const extractors = await listCache(CACHE_FOLDER);
  if (json) {
    const dated = extractors.map(({ oldest, newest, ...content }) => ({
      ...content,
      oldest: new Date(oldest).toISOString(),
      newest: new Date(newest).toISOString(),
    }));
    process.stdout.write(
      toJson({ schema: 'assay/cache@1', folder: CACHE_FOLDER, ...totalOf(extractors), extractors: dated }),
    );
  } else console.log(toText(extractors));
}

function totalOf(contents: readonly CacheContent[]): { readonly answers: number; readonly bytes: number } {
  return {
    answers: contents.reduce((sum, { answers }) => sum + answers, 0),
    bytes: contents.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function toText(contents: readonly CacheContent[]): string {
  if (contents.length === 0) return `${CACHE_FOLDER} is empty.`;
  const width = widest(contents.map(({ extractor }) => extractor));
  const lines = contents.map(
    (content) =>
      `${pad(content.extractor, width)}  ${amountOf(content)}, ${ageOf(content.newest)} to ${ageOf(content.oldest)} old`,
  );
  return [...lines, '', `${CACHE_FOLDER}: ${amountOf(totalOf(contents))}`].join('\n');
}

function amountOf({ answers, bytes }: { readonly answers: number; readonly bytes: number }): string {
  return `${formatNumber(answers, 'answer')}, ${(bytes / MEGABYTE).toFixed(1)} MB`;
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

function report(removed: { readonly answers: number; readonly bytes: number }, json?: true): void {
  if (json) process.stdout.write(toJson({ schema: 'assay/cache-removed@1', ...removed }));
  else console.log(`Removed ${amountOf(removed)}.`);
}
