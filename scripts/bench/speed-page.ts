import { NOISY, digits, showBudget } from './findings.ts';
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
    `What is compared ran in turns, up to ${turns} of each. A figure is the median over turns, in brackets an interval of 95 % by order`,
    'statistics, or the least and the greatest where there were fewer than six turns (`n`). `×` is a ratio of processor times, except',
    'where the line says otherwise. `same again` is by how much the first thing differed from itself in the same turns. A budget is',
    'met or missed only if it is so even if everything were off by that much; amounts by the clock may be too high by as much as',
    'others kept the processors busy, too.',
    '',
  ];
}

function tableOf(findings: readonly Finding[]): string[] {
  const rows = findings.map(({ what, unit, spread, noise, budget, verdict = '', beside }) => {
    const { median, low, high, count } = spread;
    const range = `${digits(low)} to ${digits(high)}`;
    const again = `±${digits(100 * (noise - 1))} %`;
    const kept = verdict === 'met' || verdict === '' ? verdict : `**${verdict}**`;
    return [what, `${digits(median)} ${unit}`, range, String(count), again, showBudget(budget), kept, beside];
  });
  const header = ['what', 'median', 'interval', 'n', 'same again', 'budget', '', 'seen'];
  const align = [':--', '--:', '--:', '--:', '--:', '--:', ':--', ':--'];
  return [header, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
