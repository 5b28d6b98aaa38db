import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import pc from 'picocolors';
import { pad } from '../report/columns.ts';
import { metricSignature } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, isDefault } from '../score/metrics/register.ts';
import { show, showJson } from '../report/print.ts';

interface MetricsOptions {
  readonly cards?: true;
  readonly json?: true;
}

/** `assay metrics`: what can be computed, how it is defined, and what it sees. */
export function metricsCommand(): Command {
  return new Command('metrics')
    .description('List the metrics with their definitions; with --cards, what each says of damaged gold.')
    .option('--cards', 'print the card of every metric')
    .option('--json', 'print the metrics as JSON')
    .action(list);
}

/** The cards as `npm run cards` wrote them; at the same place seen from the source and from what was built of it. */
const CARDS = new URL('../../harness/score/cards.md', import.meta.url);

async function list({ cards, json }: MetricsOptions): Promise<void> {
  if (json) showJson({ schema: 'assay/metrics@1', metrics: METRICS.map(toData) });
  else if (cards) show((await readFile(CARDS, 'utf8')).trimEnd());
  else for (const metric of METRICS) show(`${describe(metric)}\n`);
}

function describe(metric: Metric): string {
  const { name, definition, source, needs, figures, headline, best, options = {} } = metric;
  const request = isDefault(metric) ? '' : pc.dim(`  (only on --metric ${name})`);
  const lines = [
    ['figures', figures.map((figure) => (figure === headline ? pc.bold(figure) : figure)).join(' ')],
    ['best', best === 0 ? '0, it is a share of what went wrong' : '1'],
    ['needs', NEEDS[needs]],
    ['reads', READS[metric.reads]],
    ...Object.entries(options).map(([key, values]) => [
      'option',
      `${values.map((value) => `${name}:${key}=${value}`).join(', ')} (the first is the default)`,
    ]),
    ['signature', metricSignature(metric)],
    ['source', source],
  ];
  return [
    `${pc.bold(name)}${request}`,
    `  ${definition}`,
    ...lines.map(([label, text]) => `  ${pc.dim(pad(label!, 10))}${text!}`),
  ].join('\n');
}

const NEEDS: Readonly<Record<Metric['needs'], string>> = {
  text: 'gold with a body',
  segments: 'gold with segments',
  title: 'gold with a title',
  authors: 'gold with authors; an empty list says that there are none',
  published: 'gold with a date; `none` says that there is none',
  publisher: 'gold with a publisher',
  language: 'gold with a language',
};

const READS: Readonly<Record<Metric['reads'], string>> = {
  blocks: 'the blocks of an extraction: its HTML, else its Markdown, else the lines of its text',
  text: 'the text of an extraction, else its blocks joined by newlines',
  metadata: 'what an extraction has beside the text',
};

function toData(metric: Metric): object {
  const { name, version, definition, source, needs, figures, headline, reads, keys, aggregation } = metric;
  return {
    name,
    version,
    definition,
    source,
    needs,
    reads,
    figures,
    headline,
    best: metric.best ?? 1,
    default: isDefault(metric),
    options: metric.options ?? {},
    keys,
    aggregation,
    signature: metricSignature(metric),
  };
}
