import { judge, noiseOf, spreadOf } from './spread.ts';
import type { Budget, Spread, Verdict } from './spread.ts';
import type { Cost, Runs } from './measure.ts';

/** Noise beyond which the machine is called noisy: the same thing twice differed by more than a tenth. */
export const NOISY = 1.1;

/** One line of the table. */
export interface Finding {
  readonly part: string;
  readonly what: string;
  /** `×` for a ratio, else the unit of the amount. */
  readonly unit: string;
  readonly spread: Spread;
  /** By what factor the same thing differed from itself. */
  readonly noise: number;
  /** How much longer than its processor time a loop that only computes took by the clock, meanwhile. */
  readonly slowdown: number;
  readonly budget?: Budget;
  readonly verdict?: Verdict;
  /** What else was seen, for a reader. */
  readonly beside: string;
}

type Quantity = 'cpuMs' | 'wallMs' | 'peakMb';

interface Ask {
  /** What is compared: of a processor, by the clock, or memory. Default: of a processor. */
  readonly by?: Quantity;
  readonly budget?: Budget | undefined;
  readonly beside?: string;
}

/** What a bench has found so far; each finding is printed as it comes. */
export class Findings {
  readonly all: Finding[] = [];
  readonly skipped: { readonly what: string; readonly why: string }[] = [];
  part = '';

  /** `one` of the sides against `other`, turn by turn. The first side counts as the mean of its two goes. */
  ratio(what: string, runs: Runs, [one, other]: readonly [number, number], ask: Ask = {}): void {
    const { by = 'cpuMs' } = ask;
    const values = runs.again.map((_, turn) => valueOf(runs, one, turn, by) / valueOf(runs, other, turn, by));
    const doubt = doubtOf(runs, by);
    this.#add(what, '×', spreadOf(values), runs, { down: doubt, up: doubt }, [one, other], ask);
  }

  /** What one side took, in a unit that is `scale` of milliseconds or MB. */
  amount(
    what: string,
    unit: string,
    scale: (value: number) => number,
    runs: Runs,
    side: number,
    ask: Ask = {},
  ): void {
    const { by = 'cpuMs' } = ask;
    const values = runs.again.map((_, turn) => scale(valueOf(runs, side, turn, by)));
    // Others on the machine make it slower, never faster.
    this.#add(what, unit, spreadOf(values), runs, { down: doubtOf(runs, by), up: 1 }, [side], ask);
  }

  skip(what: string, why: string): void {
    this.skipped.push({ what, why });
    console.log(`  ${what}: skipped, ${why}`);
  }

  #add(
    what: string,
    unit: string,
    spread: Spread,
    runs: Runs,
    doubt: { readonly down: number; readonly up: number },
    sides: readonly number[],
    { by = 'cpuMs', budget, beside }: Ask,
  ): void {
    const finding: Finding = {
      part: this.part,
      what,
      unit,
      spread,
      noise: noiseIn(runs, by),
      slowdown: runs.slowdown,
      ...(budget && { budget, verdict: judge(spread, doubt, budget) }),
      beside: [beside, timesOf(runs, sides, 'cpuMs'), timesOf(runs, sides, 'wallMs')]
        .filter((each) => each !== undefined)
        .join('; '),
    };
    this.all.push(finding);
    const cells = cellsOf(finding).filter((cell) => cell !== '');
    console.log(`  ${cells.join(' | ')}`);
  }
}

/** The columns of `cellsOf`. */
export const COLUMNS = ['what', 'median', 'interval', 'n', 'same again', 'budget', '', 'seen'];

export function cellsOf({ what, unit, spread, noise, budget, verdict, beside }: Finding): string[] {
  const { median, low, high, count } = spread;
  return [
    what,
    `${digits(median)} ${unit}`,
    `${digits(low)} to ${digits(high)}`,
    String(count),
    `±${digits(100 * (noise - 1))} %`,
    showBudget(budget),
    verdict ?? '',
    beside,
  ];
}

/** Seconds of milliseconds, for `amount`. */
export const inSeconds = (ms: number): number => ms / 1000;

function valueOf({ sides, again }: Runs, side: number, turn: number, by: Quantity): number {
  const value = sides[side]![turn]![by] ?? NaN;
  return side === 0 ? (value + (again[turn]![by] ?? NaN)) / 2 : value;
}

function noiseIn({ sides, again }: Runs, by: Quantity): number {
  return noiseOf(again.map((cost, turn) => (cost[by] ?? NaN) / (sides[0]![turn]![by] ?? NaN)));
}

/** By what factor a figure may be off; by the clock also because others kept the processors busy. */
function doubtOf(runs: Runs, by: Quantity): number {
  return noiseIn(runs, by) * (by === 'wallMs' ? runs.slowdown : 1);
}

/** The median times of sides by a clock; undefined where they are not known. */
function timesOf(runs: Runs, sides: readonly number[], clock: 'cpuMs' | 'wallMs'): string | undefined {
  const times = sides.map((side) => medianOf(runs, side, clock));
  if (times.some(Number.isNaN)) return undefined;
  return `${times.map(showMs).join(' : ')} ${clock === 'cpuMs' ? 'of a processor' : 'by the clock'}`;
}

function medianOf({ sides }: Runs, side: number, by: keyof Cost): number {
  return spreadOf(sides[side]!.map((cost) => cost[by] ?? NaN)).median;
}

export function showMs(ms: number): string {
  return ms < 1000 ? `${digits(ms)} ms` : `${digits(ms / 1000)} s`;
}

/** Three digits. */
export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function showBudget(budget: Budget | undefined): string {
  if (budget === undefined) return '';
  return 'atMost' in budget ? `≤ ${digits(budget.atMost)}` : `≥ ${digits(budget.atLeast)}`;
}
