import { Command } from 'commander';
import pc from 'picocolors';
import { LOW_CEILING } from '../check/rules/low-ceiling.ts';
import type { CorpusStatistics, Counts, Quartiles, Spread } from '../check/statistics/describe-corpus.ts';
import type { Overlap } from '../check/statistics/overlap.ts';
import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { DescribedCorpus } from '../library/describe-corpora.ts';
import { TRAITS } from '../model/vocabulary.ts';
import { pad, widest } from '../report/columns.ts';
import { formatCount, formatNumber } from '../report/format.ts';
import { printable } from '../util/printable.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen, tellBuiltIn, tellUnfinished } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, showJson } from '../report/print.ts';

interface StatsOptions {
  readonly policy?: string;
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus stats`: what corpora are made of. */
export function corpusStatsCommand(): Command {
  return new Command('stats')
    .description(
      'Say what a corpus is made of: pages by kind, language, script, trait, site; encodings; tokens; how much of the text is content, boilerplate and unlabelled.',
    )
    .argument(...CORPORA_ARGUMENT)
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(...CONFIG_OPTION)
    .option('--json', 'print the figures as JSON')
    .action(printStatistics);
}

async function printStatistics(sources: readonly string[], options: StatsOptions): Promise<void> {
  // Loaded on demand: the other commands do not need it.
  const { describeCorpora } = await import('../library/describe-corpora.ts');
  const loaded = await loadConfig(options.config);
  const policy = choosePolicy(loaded, options.policy);
  await tellBuiltIn(loaded, sources);
  const corpora = await openCorpora(loaded, chosen(sources));
  tellUnfinished(corpora);
  const progress = new ProgressBar(corpora.reduce((sum, { corpus }) => sum + corpus.pages.length, 0));
  const { statistics, overlaps } = await describeCorpora(
    corpora.map(({ corpus }) => corpus),
    policy,
    ({ name }) => progress.advance(name),
  ).finally(() => progress.finish());
  if (options.json === true) {
    showJson({ schema: 'assay/stats@1', corpora: statistics, overlaps });
    return;
  }
  const shared = corpora.length > 1 ? [overlapText(overlaps)] : [];
  show([...statistics.map(toText), ...shared].join('\n\n'));
}

/** Pairs of pages shown for each two corpora; `--json` has them all. */
const PAIRS_SHOWN = 5;

function overlapText(overlaps: readonly Overlap[]): string {
  if (overlaps.length === 0) return 'No page of one corpus is in another, or nearly.';
  return overlaps
    .flatMap(({ corpora: [first, second], pairs }) => {
      const same = pairs.filter(({ kind }) => kind === 'same').length;
      const title = `${first} and ${second}: ${formatNumber(same, 'page')} with the same text, ${formatCount(pairs.length - same)} with nearly the same`;
      const shown = pairs
        .slice(0, PAIRS_SHOWN)
        .map(({ pages, kind }) => `  ${pad(kind, 7)}  ${printable(pages.join('  '))}`);
      const rest =
        pairs.length > shown.length ? [`  … ${pairs.length - shown.length} more; --json names them all`] : [];
      return [pc.bold(title), ...shown, ...rest];
    })
    .join('\n');
}

function toText(statistics: DescribedCorpus): string {
  const { corpus, version, digest, pages, sites, rejects, policy } = statistics;
  const title = `${printable(corpus)}${version === undefined ? '' : ` ${printable(version)}`} · ${formatNumber(pages, 'page')} of ${formatNumber(sites, 'site')} · ${digest.slice(0, 12)}`;
  const rows: [string, string][] = [
    ['media', counts(statistics.media)],
    ['kinds', counts(statistics.kinds)],
    ['languages', counts(statistics.languages)],
    ['scripts', counts(statistics.scripts)],
    ['traits', counts(statistics.traits)],
    ['traits of no page', unusedTraits(statistics.traits)],
    ['splits', counts(statistics.splits)],
    ['difficulties', counts(statistics.difficulties)],
    ['encodings', counts(statistics.encodings)],
    ['largest sites', largest(statistics.pagesOfSite)],
    ['to reject', formatNumber(rejects, 'page')],
    ['kB of HTML pages', kilobytes(statistics.bytes.html)],
    ['kB of text pages', kilobytes(statistics.bytes.text)],
    ['tokens of the page', spread(statistics.tokens.page)],
    [`required by ${policy}`, spread(statistics.tokens.required)],
    ['optional', spread(statistics.tokens.optional)],
    ['complexity', quartiles(statistics.complexity)],
    ['text', shares(statistics.text)],
    ['unlabelled text', quartiles(statistics.unlabelled)],
    ...Object.entries(statistics.ceilings).map(([metric, ceiling]): [string, string] => [
      `ceiling of ${metric}`,
      `${quartiles(ceiling)}; ${formatNumber(ceiling.under, 'page')} under ${LOW_CEILING}`,
    ]),
  ];
  const { secondLabels } = statistics;
  if (secondLabels) {
    const { pages: twice, alpha, ceiling } = secondLabels;
    const agreed = alpha === undefined ? '' : `, alpha ${alpha.toFixed(3)}`;
    rows.push(['second labels', `${formatNumber(twice, 'page')}${agreed}`]);
    if (ceiling) rows.push(['human ceiling', `tokens F1 ${ceiling.f1.toFixed(3)}`]);
  }
  const width = widest(rows.map(([name]) => name));
  return [
    pc.bold(title),
    ...rows.map(([name, value]) => `  ${pc.dim(pad(name, width))}  ${printable(value)}`),
  ].join('\n');
}

function counts(words: Counts): string {
  const shown = Object.entries(words).map(([word, count]) => `${word} ${formatCount(count)}`);
  return shown.length === 0 ? '–' : shown.join(', ');
}

/** Only of a corpus that lists traits. */
function unusedTraits(traits: Counts): string {
  const isListed = Object.keys(traits).length > 0;
  const unused = Object.keys(TRAITS).filter((trait) => !Object.hasOwn(traits, trait));
  return isListed && unused.length > 0 ? unused.join(', ') : '–';
}

/** How many of the largest sites are shown. */
const MOST_SITES = 5;

function largest(pagesOfSite: Counts): string {
  const several = Object.entries(pagesOfSite).filter(([, pages]) => pages > 1);
  return counts(Object.fromEntries(several.slice(0, MOST_SITES)));
}

function quartiles({ n, low, median, high }: Quartiles): string {
  if (n === 0) return '–';
  return `median ${median.toFixed(3)}, middle half ${low.toFixed(3)} to ${high.toFixed(3)}`;
}

function shares(text: CorpusStatistics['text']): string {
  const shown = Object.entries(text).map(([part, share]) => `${part} ${(100 * share).toFixed(1)} %`);
  return shown.length === 0 ? '–' : shown.join(', ');
}

function kilobytes({ n, low, median, high }: Spread): string {
  if (n === 0) return '–';
  const [q1, q2, q3] = [low, median, high].map((bytes) => (bytes / 1000).toFixed(1));
  return `median ${q2}, middle half ${q1} to ${q3}`;
}

function spread({ total, low, median, high }: Spread): string {
  const [q1, q2, q3] = [low, median, high].map((value) => formatCount(Math.round(value)));
  return `${formatCount(total)} in all, median ${q2}, middle half ${q1} to ${q3}`;
}
