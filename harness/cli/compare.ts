import { Command } from 'commander';
import pc from 'picocolors';
import { RUN_ARGUMENT } from './options.ts';
import { toJson } from '../util/json.ts';

/** `assay compare`: two extractors of a run, or two runs. */
export function compareCommand(): Command {
  return new Command('compare')
    .description(
      'Compare extractors page by page, with what chance has to do with it: every two of a run (RUN), two of it (RUN A B), the same ones before and after a change (OLD NEW), one of them (OLD NEW A), or one of each (OLD NEW A B).',
    )
    .argument('<run>', RUN_ARGUMENT)
    .argument('[others...]', 'another run, two extractors, or both')
    .option('--json', 'print everything as JSON, every page among it')
    .action(async (run: string, others: string[], { json }: { readonly json?: true }) => {
      const { compare } = await import('../library/compare.ts');
      const { comparisonText } = await import('../report/comparison.ts');
      const { fieldText } = await import('../report/field-comparison.ts');
      const comparisons = await compare(run, others);
      if (json === true) process.stdout.write(toJson({ schema: 'assay/comparison@2', ...comparisons }));
      else if (comparisons.kind === 'field') {
        console.log(comparisons.fields.map((field) => fieldText(field, pc)).join('\n\n'));
      } else {
        console.log(comparisons.pairs.map((pair) => comparisonText(pair, pc)).join('\n\n'));
        const { leftOut = [] } = comparisons;
        if (leftOut.length > 0) console.error(`in one of the runs only: ${leftOut.join(', ')}`);
      }
    });
}
