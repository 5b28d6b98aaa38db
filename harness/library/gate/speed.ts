import { hiddenFolders } from '../../config/hidden-folders.ts';
import type { LoadedConfig } from '../../config/load-config.ts';
import type { NamedCorpus } from '../../config/open-corpora.ts';
import { openExtractors } from '../../config/open-extractors.ts';
import type { ExtractorSession } from '../../extract/extractor.ts';
import { takesMedia } from '../../extract/page-session.ts';
import { speedOf } from '../../gate/speed.ts';
import type { Quadruple } from '../../gate/speed.ts';
import type { MeasuredSpeed } from '../../gate/rule.ts';
import type { NamedModule } from '../../model/config.ts';
import type { Page } from '../../model/page.ts';
import { AssayError } from '../../util/error.ts';

/** So many comparisons are made, over as many pages as there are. */
const QUADRUPLES = 40;
/** How much longer it may take where the configuration does not say. */
const SLOWER = 1.25;
const TIMEOUT_MS = 30_000;

/** An extractor by its name in the run, and what it was chosen by. */
interface GatedChoice {
  readonly name: string;
  readonly choice: string | NamedModule;
}

/**
 * Measures an extractor against what `gate.speed` of the configuration names for it, alone on the machine, page by page: head,
 * base, base, head. Undefined where it names nothing.
 *
 * @param runFolder the run that was judged, which neither is to see
 * @throws AssayError `usage` where one of the two cannot be had or fails on every page
 */
export async function measureSpeed(
  loaded: LoadedConfig,
  { name, choice }: GatedChoice,
  gatedCorpus: NamedCorpus,
  runFolder: string,
): Promise<MeasuredSpeed | undefined> {
  const { against: named = {}, slower = SLOWER } = loaded.config.gate?.speed ?? {};
  const against = named[name];
  if (against === undefined) return undefined;
  const { corpus } = gatedCorpus;
  const hides = [...hiddenFolders(loaded, [gatedCorpus]), runFolder];
  const pair = await openExtractors(loaded, [choice, against], { hides });
  const options = { workers: 1, timeoutMs: TIMEOUT_MS, corpus: corpus.name };
  const [head, base] = [await pair[0]!.open(options), await pair[1]!.open(options)];
  try {
    const taken = corpus.pages.filter(({ media }) => pair.every(({ accepts }) => takesMedia(accepts, media)));
    const quadruples: Quadruple[] = [];
    // A page that fails on one side says nothing of speed; without end nobody looks for others.
    for (
      let turn = 0;
      quadruples.length < QUADRUPLES && turn < 2 * Math.max(QUADRUPLES, taken.length);
      turn++
    ) {
      const reference = taken[turn % taken.length];
      if (reference === undefined) break;
      const { page } = await corpus.read(reference);
      const quadruple = await measurePage(page, head, base);
      // The first one loads and compiles.
      if (quadruple !== undefined && turn > 0) quadruples.push(quadruple);
    }
    if (quadruples.length === QUADRUPLES) return { ...speedOf(quadruples, slower), against };
    const found = `${name} and ${against} both answered, with a time, on too few pages of ${corpus.name}`;
    throw new AssayError('usage', `${found}; mend them, or remove gate.speed from the configuration`);
  } finally {
    await Promise.all([head.close(), base.close()]);
  }
}

async function measurePage(
  page: Page,
  head: ExtractorSession,
  base: ExtractorSession,
): Promise<Quadruple | undefined> {
  const times: number[] = [];
  for (const session of [head, base, base, head]) {
    const outcome = await session.extract(page);
    if (outcome.status !== 'extracted' || outcome.ms === undefined) return undefined;
    times.push(outcome.ms);
  }
  return { head: [times[0]!, times[3]!], base: [times[1]!, times[2]!] };
}
