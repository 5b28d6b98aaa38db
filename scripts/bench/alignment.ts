import { fileURLToPath } from 'node:url';
import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import { alignWithGold } from '../../harness/align/alignment.ts';
import type { Bench } from './bench-settings.ts';
import { digits, inSeconds, showMs } from './findings.ts';
import { madeTexts } from './made-texts.ts';
import type { MadeSettings } from './made-texts.ts';
import { command, inProcess, interleave } from './measure.ts';
import type { Cost, Side } from './measure.ts';

const ALIGN_ONCE = fileURLToPath(new URL('./align-once.ts', import.meta.url));
const VOCABULARY = 8000;
/** After so many milliseconds jsdiff is told to give up. */
const PATIENCE_MS = 10_000;

const DIFFERENCES = { identical: 0, '5 % different': 0.05, '30 % different': 0.3, unrelated: 1 } as const;

/** Alignment by length and difference of texts, against jsdiff's `diffArrays`. */
export async function alignmentPart(bench: Bench): Promise<void> {
  const lengths = bench.quick ? [1000, 10_000] : [1000, 10_000, 50_000, 200_000];
  for (const length of lengths) {
    for (const [name, difference] of Object.entries(DIFFERENCES)) {
      await against(bench, name, { length, difference, vocabulary: VOCABULARY });
    }
  }
  const repeated = { length: bench.quick ? 10_000 : 50_000, difference: 0.3, vocabulary: 50 };
  await against(bench, '30 % different, of 50 words', repeated);
  for (const optional of bench.quick ? [40] : [5, 40]) await withOptional(bench, optional);
  if (!bench.quick) await memory(bench);
}

const naming = (length: number, name: string): string => `${length.toLocaleString('en')} tokens, ${name}`;

async function against(
  { findings, turns, quick }: Bench,
  name: string,
  settings: MadeSettings,
): Promise<void> {
  const { extraction, gold } = madeTexts(settings);
  const what = naming(settings.length, name);
  const ours: Side = () => inProcess(() => alignWithGold(extraction, gold));
  const few = settings.length > 50_000 || quick ? Math.min(turns, 3) : turns;
  const [left, right] = [[...extraction], [...gold.ids]];
  const jsdiff: Side = () => inProcess(() => diffArrays(left, right));
  // Tried once with an end: what it cannot do in ten seconds it is not asked again.
  const patience = quick ? 1000 : PATIENCE_MS;
  const canJsdiff = diffArrays(left, right, { timeout: patience }) !== undefined;
  const beside = settings.length > 50_000 ? undefined : `fastest-levenshtein, the distance alone: ${showMs(distanceMs(extraction, gold.ids))}`; // prettier-ignore
  const warmUps = settings.length > 10_000 ? 0 : 2;
  if (canJsdiff) {
    findings.ratio(
      `${what}, against jsdiff`,
      await interleave([ours, jsdiff], few, warmUps),
      [0, 1],
      beside === undefined ? {} : { beside },
    );
    return;
  }
  const gaveUp = `jsdiff gave up after ${patience / 1000} s`;
  const runs = await interleave([ours], few, warmUps);
  findings.amount(what, 'ms', (ms) => ms, runs, 0, {
    beside: beside === undefined ? gaveUp : `${gaveUp}; ${beside}`,
  });
}

/** Milliseconds of a processor for the distance of two texts as characters, each a token: no alignment comes of it. */
function distanceMs(left: Int32Array, right: Int32Array): number {
  const toText = (ids: Int32Array): string => Array.from(ids, (id) => String.fromCodePoint(id + 1)).join('');
  const [one, other] = [toText(left), toText(right)];
  return inProcess(() => distance(one, other)).cpuMs;
}

async function withOptional({ findings, turns, quick }: Bench, optional: number): Promise<void> {
  const length = 50_000;
  const { extraction, gold } = madeTexts({ length, difference: 0.1, vocabulary: VOCABULARY, optional });
  const runs = await interleave([() => inProcess(() => alignWithGold(extraction, gold))], quick ? 1 : turns);
  const budget = { atMost: 2 };
  findings.amount(naming(length, `10 % different, ${optional} optional blocks`), 's', inSeconds, runs, 0, {
    budget,
  });
}

/** Memory by length: what is linear grows fourfold where the texts are four times as long, what is quadratic sixteenfold. */
async function memory({ findings, turns }: Bench): Promise<void> {
  const grown =
    (who: string, length: number): Side =>
    (): Cost => {
      const settings = JSON.stringify({ length, difference: 1, vocabulary: VOCABULARY });
      const node = [process.execPath, '--import', import.meta.resolve('tsx')];
      const ran = command([...node, ALIGN_ONCE, who, settings], '.');
      return { ...ran, peakMb: Number(ran.stdout.split('\n')[0]) / 1024 };
    };
  const few = Math.min(turns, 3);
  const runs = await interleave([grown('ours', 50_000), grown('ours', 200_000)], few);
  const what = 'memory of 200,000 unrelated tokens against 50,000';
  findings.ratio(what, runs, [1, 0], { by: 'peakMb', budget: { atMost: 6 }, beside: mbOf(runs.sides) });
  const small = await interleave([grown('ours', 1000), grown('jsdiff', 1000)], few);
  findings.ratio('memory of 1,000 unrelated tokens against jsdiff', small, [0, 1], {
    by: 'peakMb',
    beside: mbOf(small.sides),
  });
}

function mbOf(sides: readonly (readonly Cost[])[]): string {
  return `${sides.map((costs) => digits(costs[0]!.peakMb ?? NaN)).join(' and ')} MB`;
}
