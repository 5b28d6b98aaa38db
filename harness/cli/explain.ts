import { Command } from 'commander';
import pc from 'picocolors';
import { CONFIG_OPTION, RUN_ARGUMENT, collect } from './options.ts';
import { show, showJson } from '../report/print.ts';

interface ExplainOptions {
  readonly against?: string;
  readonly corpus?: readonly string[];
  readonly config?: string;
  readonly json?: true;
}

/** `assay explain`: why a page, or an extractor, has the score that it has. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'Say why: extractors of a run side by side by class of faults (RUN), the classes of one with examples (RUN EXTRACTOR), or one page (RUN EXTRACTOR PAGE) as a diff with the reason and the element of everything that cost points.',
    )
    .argument('<run>', RUN_ARGUMENT)
    .argument('[extractor]', 'an extractor of the run')
    .argument('[page]', 'identifier of a page, or the beginning of one')
    .option(
      '--against <other>',
      'another extractor of the run, or another run: what one loses and the other keeps',
    )
    .option(
      '-c, --corpus <corpus>',
      'a corpus of the run, or where it lies now; may be repeated (default: all, where they lay)',
      collect,
    )
    .option(...CONFIG_OPTION)
    .option('--json', 'print everything as JSON')
    .action(
      async (
        run: string,
        extractor: string | undefined,
        page: string | undefined,
        options: ExplainOptions,
      ) => {
        const { explainRun } = await import('../library/explain-run.ts');
        const { against, corpus, config, json } = options;
        const shown = await explainRun(run, { extractor, page, against, corpora: corpus, config });
        if (json === true) {
          const { input: _input, ...rest } = { input: undefined, ...shown };
          showJson({ schema: 'assay/explanation@1', ...rest });
          return;
        }
        if (shown.kind === 'page') {
          const { pageText, contrastText, headingLines } = await import('../report/explanation/page-text.ts');
          if (process.stdout.isTTY) show(pageText(shown, shown.input, pc));
          else show((await import('../report/explanation/unified-diff.ts')).unifiedDiff(shown, shown.input));
          const { against: other } = shown;
          if (other === undefined) return;
          const names =
            other.extractor === shown.extractor ? [shown.run, other.run] : [shown.extractor, other.extractor];
          show(`\n${headingLines(other).join('\n')}`);
          show(contrastText(other.contrast, [names[0]!, names[1]!], pc));
          return;
        }
        const { extractorText, runText } = await import('../report/explanation/sums-text.ts');
        if (shown.kind === 'run') show(runText(shown.extractors));
        else {
          show(shown.corpora.map((each) => extractorText(each)).join('\n\n'));
          if (shown.against !== undefined) show(`\n${runText([...shown.corpora, ...shown.against])}`);
        }
      },
    );
}
