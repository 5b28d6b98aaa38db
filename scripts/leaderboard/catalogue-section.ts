import type { ListedExtractor } from '../../harness/config/open-extractors.ts';
import { KNOWN_EXTRACTORS } from '../../harness/extract/catalog/register.ts';
import { UNAVAILABLE } from '../peers/unavailable.ts';
import { NO_VALUE, formatCount } from '../../harness/report/format.ts';
import { escapeMarkdown, markdownRows } from '../../harness/report/markdown-table.ts';
import type { RunDescription } from '../../harness/store/run-description.ts';
import { languageOf } from './languages.ts';

/**
 * What ran, with versions, and what of the catalogue did not, and why.
 *
 * @param descriptions of the runs; what ran alike in several of them stands there once
 * @param others the known extractors that are in none of them, tried where the page is made
 */
export function catalogueSection(
  descriptions: readonly RunDescription[],
  others: readonly ListedExtractor[],
): string[] {
  const cells = descriptions
    .flatMap(({ extractors }) => extractors)
    .map(({ name, version, source, driver, network }) => {
      const known = KNOWN_EXTRACTORS.find((each) => each.name === source);
      return [name, version, languageOf(source) ?? NO_VALUE, driver, known?.licence ?? NO_VALUE, network];
    });
  const rows = [...new Map(cells.map((row) => [row.join('\n'), row])).values()];
  const titles = ['extractor', 'version', 'language', 'run as', 'licence', 'network'];
  return [
    '## What ran and what did not',
    markdownRows(
      titles,
      titles.map(() => 'left' as const),
      rows,
    ),
    [...absent(others), ...UNAVAILABLE.map(unavailable)].join('\n'),
  ];
}

function absent(others: readonly ListedExtractor[]): string[] {
  if (others.length === 0) return ['- Nothing of the catalogue is missing.'];
  const left = others.filter(({ state }) => state.runs).map(({ name }) => name);
  const unfit = others.filter(({ state }) => !state.runs).map(({ name }) => name);
  const entries = new Set(
    unfit.flatMap((name) => KNOWN_EXTRACTORS.find((each) => each.name === name)?.entry ?? []),
  );
  return [
    ...(left.length === 0
      ? []
      : [
          `- Not asked for, though set up where this page was made (${formatCount(left.length)}): ${escapeMarkdown(left.join(', '))}.`,
        ]),
    ...(unfit.length === 0
      ? []
      : [
          `- Not set up where this page was made (${formatCount(unfit.length)}): ${escapeMarkdown(unfit.join(', '))}. They come by \`npm run peers -- ${[...entries].join(' ')}\`.`,
        ]),
  ];
}

function unavailable({ name, homepage, reason }: (typeof UNAVAILABLE)[number]): string {
  return `- Could not be had: [${escapeMarkdown(name)}](${homepage}), ${escapeMarkdown(reason)}.`;
}
