import { Command } from 'commander';
import pc from 'picocolors';
import type { Agreement } from '../check/agreement.ts';
import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import { pad, widest } from '../report/columns.ts';
import { formatCount, formatNumber } from '../report/format.ts';
import { printable } from '../util/printable.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, chosen, tellBuiltIn, tellUnfinished } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, showJson } from '../report/print.ts';

interface AgreementOptions {
  readonly policy?: string;
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus agreement`: how far first and second labels agree. */
export function corpusAgreementCommand(): Command {
  return new Command('agreement')
    .description(
      "Say how far the second labels of a corpus (gold.second.yaml) agree with the first: Krippendorff's alpha on tokens, in all and by category, and the tokens F1 of one against the other, which is the human ceiling.",
    )
    .argument(...CORPORA_ARGUMENT)
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(...CONFIG_OPTION)
    .option('--json', 'print the figures as JSON')
    .action(printAgreement);
}

async function printAgreement(sources: readonly string[], options: AgreementOptions): Promise<void> {
  // Loaded on demand: the other commands do not need it.
  const { agreementOf } = await import('../check/agreement.ts');
  const loaded = await loadConfig(options.config);
  const policy = choosePolicy(loaded, options.policy);
  await tellBuiltIn(loaded, sources);
  const corpora = await openCorpora(loaded, chosen(sources));
  tellUnfinished(corpora);
  const progress = new ProgressBar(corpora.reduce((sum, { corpus }) => sum + corpus.pages.length, 0));
  const agreements: (Agreement & { readonly corpus: string })[] = [];
  try {
    for (const { corpus } of corpora) {
      const agreement = await agreementOf(corpus, policy, (id) => progress.advance(id));
      agreements.push({ corpus: corpus.name, ...agreement });
    }
  } finally {
    progress.finish();
  }
  if (options.json === true) showJson({ schema: 'assay/agreement@1', corpora: agreements });
  else show(agreements.map(({ corpus, ...agreement }) => toText(corpus, agreement)).join('\n\n'));
}

/** Differences and pages shown; `--json` has them all. */
const MOST_SHOWN = 10;

function toText(
  corpus: string,
  { policy, pages, tokens, alpha, ceiling, categories, differences }: Agreement,
): string {
  const title = `${printable(corpus)} · ${formatNumber(pages.length, 'page')} with a second label · ${formatNumber(tokens, 'token')} · policy ${policy}`;
  if (pages.length === 0) {
    return `${pc.bold(title)}\n  A second label is a file gold.second.yaml beside the gold.yaml of a page.`;
  }
  const width = widest(['human ceiling', ...categories.map(({ category }) => category)]);
  const row = (name: string, text: string): string => `  ${pad(name, width)}  ${text}`;
  const figure = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
  const ranked = pages.filter(({ f1 }) => f1 !== undefined).toSorted((a, b) => a.f1! - b.f1!);
  return [
    pc.bold(title),
    row('alpha', figure(alpha)),
    row('human ceiling', ceiling ? `tokens F1 ${figure(ceiling.f1)}, mean of ${formatNumber(ceiling.pages, 'page')}` : '–'),
    '',
    ...categories.map(({ category, first, second, alpha: own }) =>
      row(category, `alpha ${figure(own)}, ${formatCount(first)} and ${formatCount(second)} tokens`),
    ),
    ...section(
      'first and second label differ',
      differences.map(({ first, second, tokens: count }) => `${first} and ${second}: ${formatNumber(count, 'token')}`),
    ),
    ...section(
      'pages, the lowest first',
      ranked.filter(({ f1 }) => f1! < 1).map(({ page, f1, alpha: own }) => `${printable(page)}: tokens F1 ${figure(f1)}, alpha ${figure(own)}`),
    ),
  ].join('\n'); // prettier-ignore
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest =
    lines.length > MOST_SHOWN ? [`  … ${lines.length - MOST_SHOWN} more; --json has them all`] : [];
  return ['', title, ...lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`), ...rest];
}
