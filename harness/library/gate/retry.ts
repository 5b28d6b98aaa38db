import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config/load-config.ts';
import type { GatedExtractor } from '../../gate/gated.ts';
import { newTrouble } from '../../gate/rules/new-failure.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { readDescription } from '../../store/read-run.ts';
import { escapeGlob } from '../../util/escape-glob.ts';
import { run } from '../run.ts';
import { settingsOfRun } from '../settings.ts';
import type { RunSettings } from '../settings.ts';

/** More new failures than this are no accident that a second try would explain. */
const MOST_RETRIED = 20;

/**
 * Tries pages again, alone on the machine, that failed and did not before. Gives the lines of those that
 * did not fail again.
 *
 * @param chosen what the run was asked for: its folder does not hold all that a program may give an extractor
 */
export async function retryFailures(
  { extractor, corpus, pages }: GatedExtractor,
  chosen: Pick<RunSettings, 'extractors' | 'corpora'>,
  loaded: LoadedConfig,
  folder: string,
): Promise<ReadonlyMap<string, JournalLine>> {
  const failed = pages.filter(
    (page) => page.acknowledged === undefined && page.after.status === 'failed' && newTrouble(page),
  );
  const better = new Map<string, JournalLine>();
  if (failed.length === 0 || failed.length > MOST_RETRIED) return better;
  const settings = await settingsOfRun(folder, chosen, loaded);
  const { extractors, corpora } = await readDescription(folder);
  const index = extractors.findIndex(({ name }) => name === extractor);
  const place = corpora.findIndex(({ name }) => name === corpus);
  const beside = await mkdtemp(join(tmpdir(), 'assay-gate-'));
  try {
    for (const [number, { page }] of failed.entries()) {
      const again = {
        ...settings,
        extractors: settings.extractors!.slice(index, index + 1),
        corpora: settings.corpora!.slice(place, place + 1),
        pages: escapeGlob(page),
        workers: 1,
        cache: false,
        reporters: [],
        out: join(beside, String(number)),
      };
      const { journal } = await run(again, {}, loaded);
      const line = journal.find((each) => each.page === page);
      if (line?.status === 'extracted') better.set(page, line);
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return better;
}
