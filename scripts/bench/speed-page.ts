import { COLUMNS, NOISY, cellsOf, digits } from './findings.ts';
import type { Finding, Findings } from './findings.ts';

/** On what and how a bench ran. */
export interface BenchRun {
  readonly date: string;
  readonly node: string;
  readonly processors: string;
  readonly turns: number;
  readonly quick: boolean;
}

/** `speed.md`: a table for each part. */
export function speedPage(run: BenchRun, { all, skipped }: Findings): string {
  const parts = [...new Set(all.map(({ part }) => part))];
  const sections = parts.flatMap((part) => [
    `## ${part}`,
    '',
    ...tableOf(all.filter((each) => each.part === part)),
    '',
  ]);
  const left = skipped.map(({ what, why }) => `- ${what}: ${why}`);
  const skippedSection = left.length === 0 ? [] : ['## Skipped', '', ...left, ''];
  return [...head(run, all), ...sections, ...skippedSection].join('\n');
}

/** Whether figures of this machine can be trusted, in a sentence. */
export function quietness(all: readonly Finding[]): string {
  const noisy = all.filter(({ noise }) => noise > NOISY).length;
  const slowdown = Math.max(1, ...all.map((each) => each.slowdown));
  if (noisy === 0 && slowdown <= NOISY) return 'The machine was quiet.';
  return `**The machine was noisy**: in ${noisy} of ${all.length} lines the same thing differed from itself by more than a tenth, and a loop that only computes took up to ${digits(slowdown)} times its processor time.`;
}

function head({ date, node, processors, turns, quick }: BenchRun, all: readonly Finding[]): string[] {
  const count = (verdict: string): number => all.filter((each) => each.verdict === verdict).length;
  return [
    '# Speed',
    '',
    `Made by \`npm run bench\`${quick ? ' with `--quick`' : ''} on ${date}: ${processors}, Node ${node}. ${quietness(all)}`,
    `Of the budgets ${count('met')} are met, ${count('missed')} missed; of ${count('cannot tell')} this machine could not tell.`,
    '',
    `What is compared ran in turns, up to ${turns} of each. The median is over turns; the interval is one of 95 % by order`,
    'statistics, or the least and the greatest where there were fewer than six turns (`n`). `×` is a ratio of processor times, except',
    'where the line says otherwise. `same again` is by how much the first thing differed from itself in the same turns. A budget is',
    'met or missed only if it is so even if everything were off by that much, and by the clock also by as much as',
    'others kept the processors busy; an amount can be too high for that, not too low.',
    '',
  ];
}

function tableOf(findings: readonly Finding[]): string[] {
  const align = COLUMNS.map((column) => (['what', '', 'seen'].includes(column) ? ':--' : '--:'));
  return [COLUMNS, align, ...findings.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`);
}
