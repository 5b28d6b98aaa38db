import { Command } from 'commander';
import pc from 'picocolors';
import { CONFIG_OPTION, RUN_ARGUMENT, collect } from './options.ts';
import { ProgressBar } from './progress.ts';
import { AssayError } from '../util/error.ts';
import { show, showJson, tell } from '../report/print.ts';

interface CompareOptions {
  readonly complementarity?: true;
  readonly corpus?: readonly string[];
  readonly config?: string;
  readonly json?: true;
}

/** `assay compare`: two extractors of a run, or two runs. */
export function compareCommand(): Command {
  return new Command('compare')
    .description(
      'Compare extractors page by page, with what chance has to do with it: every two of a run (RUN), two of it (RUN A B), the same ones before and after a change (OLD NEW), one of them (OLD NEW A), or one of each (OLD NEW A B).',
    )
    .argument('<run>', RUN_ARGUMENT)
    .argument('[others...]', 'another run, two extractors, or both')
    .option(
      '--complementarity',
      'of one run: what every two extractors have in common and what only one has; reads every extraction, which takes about as long as scoring them',
    )
    .option(
      '-c, --corpus <corpus>',
      'with --complementarity: where a corpus of the run lies now; may be repeated (default: where they lay)',
      collect,
    )
    .option(...CONFIG_OPTION)
    .option('--json', 'print everything as JSON, every page among it')
    .action(async (run: string, others: string[], options: CompareOptions) => {
      const { json } = options;
      if (options.complementarity === true) return printComplementarity(run, others, options);
      const { compare } = await import('../library/compare.ts');
      const { comparisonText } = await import('../report/comparison.ts');
      const { fieldText } = await import('../report/field-comparison.ts');
      const comparisons = await compare(run, others);
      if (json === true) showJson({ schema: 'assay/comparison@2', ...comparisons });
      else if (comparisons.kind === 'field') {
        show(comparisons.fields.map((field) => fieldText(field, pc)).join('\n\n'));
      } else {
        show(comparisons.pairs.map((pair) => comparisonText(pair, pc)).join('\n\n'));
        const { leftOut = [] } = comparisons;
        if (leftOut.length > 0) tell(`in one of the runs only: ${leftOut.join(', ')}`);
      }
    });
}

async function printComplementarity(
  run: string,
  others: readonly string[],
  { corpus, config, json }: CompareOptions,
): Promise<void> {
  if (others.length > 0) {
    const found = `found ${others.join(', ')} beside the run`;
    throw new AssayError('usage', `--complementarity is about all extractors of one run; ${found}`);
  }
  const { complementarity } = await import('../library/complementarity.ts');
  const { complementarityText } = await import('../report/complementarity.ts');
  const progress = new ProgressBar();
  const onPage = (page: string, pages: number): void => progress.advance(page, pages);
  const corpora = await complementarity(run, { corpora: corpus, config, onPage }).finally(() =>
    progress.finish(),
  );
  if (json === true) showJson({ schema: 'assay/complementarity@1', corpora });
  else show(corpora.map((found) => complementarityText(found, pc)).join('\n\n'));
}
