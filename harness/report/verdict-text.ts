import type { Colors } from 'picocolors/types.js';
import type { ExtractorVerdict, Verdict } from '../gate/verdict.ts';
import { pageName } from '../util/page-name.ts';
import { printable } from '../util/printable.ts';
import { formatCount, formatNumber, signed } from './format.ts';

/** Findings and changed pages shown for each extractor; `verdict.json` has them all. */
const SHOWN = 12;

/** Classes of surplus and missing tokens shown, of an extractor and of a page. */
const CLASSES_SHOWN = 5;
const CLASSES_SHOWN_A_PAGE = 2;

type Finding = ExtractorVerdict['findings'][number];

/** The verdict of the gate for the terminal: what failed and what changed of each extractor, then the one word. */
export function verdictText(verdict: Verdict, colors: Colors): string {
  const { extractors, problems, touched } = verdict;
  const isPass = verdict.verdict === 'pass';
  const result = isPass ? colors.green('pass') : colors.red('fail');
  return [
    ...extractors.map((each) => extractorText(each, colors)),
    ...(problems.length === 0
      ? []
      : [['acknowledgements', ...problems.map((each) => `  ${printable(each)}`)].join('\n')]),
    ...(touched === undefined ? [] : [touchedText(touched)]),
    `gate: ${result}`,
  ].join('\n\n');
}

function extractorText(each: ExtractorVerdict, colors: Colors): string {
  const failing = each.findings.filter(({ fails }) => fails);
  const told = each.findings.filter(({ fails }) => !fails);
  return [
    colors.bold(printable(`${each.extractor} on ${each.corpus}: ${headline(each)}`)),
    ...(each.classes.length === 0
      ? []
      : [
          `  ${each.metric === 'segments' ? 'snippets' : 'tokens'}: ${classesText(each.classes, CLASSES_SHOWN)}`,
        ]),
    ...some(failing, (finding) => `  ${colors.red('✗')} ${findingText(finding)}${reasons(each, finding)}`),
    ...some(told, (finding) => `  · ${findingText(finding)}${reasons(each, finding)}`),
    ...some(each.acknowledged, ({ page, before, after, reason, until }) =>
      printable(`  acknowledged until ${until}: ${page} ${values({ before, after })}, ${reason}`),
    ),
    ...notes(each).map((note) => `  ${printable(note)}`),
  ].join('\n');
}

/**
 * `4 better, 2 worse, 984 the same; tokens f1 0.9571 → 0.9574, +0.0003 [−0.0010, +0.0020]`. Where no page changed there is no
 * interval: that of an unseen page says nothing of this change.
 */
export function headline({
  better,
  worse,
  same,
  metric,
  figure,
  before,
  after,
  interval,
}: ExtractorVerdict): string {
  const pages = `${formatCount(better)} better, ${formatCount(worse)} worse, ${formatCount(same)} the same`;
  if (before === undefined || after === undefined) return `${pages}; no page has ${metric} ${figure}`;
  const isSame = better + worse === 0;
  const range =
    interval === undefined || isSame ? '' : ` [${signed(interval.low, 4)}, ${signed(interval.high, 4)}]`;
  return `${pages}; ${metric} ${figure} ${before.toFixed(4)} → ${after.toFixed(4)}, ${signed(after - before, 4)}${range}`;
}

/** `page-loss: news.example/a 0.981 → 0.552, lost more than 0.1` */
export function findingText({ rule, page, site = '', before, after, text }: Finding): string {
  const where = page === undefined ? '' : `${pageName(page, site)} `;
  const what = [values({ before, after }), text].filter((part) => part !== '').join(', ');
  return printable(`${rule}: ${where}${what}`);
}

/** The classes of the page of a finding that came and went, in brackets; nothing where there are none. */
export function reasons({ changes }: ExtractorVerdict, { page }: Finding): string {
  const classes = changes.find((change) => change.page === page)?.classes ?? [];
  return classes.length === 0 ? '' : ` (${classesText(classes, CLASSES_SHOWN_A_PAGE)})`;
}

/** `40 more missing in-table, 12 fewer surplus related` */
export function classesText(classes: ExtractorVerdict['classes'], most: number): string {
  const shown = classes
    .slice(0, most)
    .map(
      ({ class: name, tokens }) =>
        `${formatCount(Math.abs(tokens))} ${tokens > 0 ? 'more' : 'fewer'} ${name}`,
    );
  return printable([...shown, ...(classes.length > most ? ['…'] : [])].join(', '));
}

/** What is told beside findings: pages that were not compared, and those that nothing can be said of. */
export function notes({ unstable, added, changed }: ExtractorVerdict): string[] {
  const named = (pages: readonly string[], what: string): string[] => {
    if (pages.length === 0) return [];
    const rest = pages.length > SHOWN ? `, and ${formatCount(pages.length - SHOWN)} more` : '';
    return [`${formatNumber(pages.length, 'page')} ${what}: ${pages.slice(0, SHOWN).join(', ')}${rest}`];
  };
  return [
    ...named(unstable, 'unstable (output differs, or failed once and not again), left out of page-loss'),
    ...named(changed, 'changed in the corpus, not compared'),
    ...named(added, 'new in the corpus, or skipped before, not compared'),
  ];
}

function values({
  before,
  after,
}: {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}): string {
  if (before === undefined) return after?.toFixed(3) ?? '';
  return `${before.toFixed(3)} → ${after?.toFixed(3) ?? 'none'}`;
}

/** What a change does to the gate itself. */
export function touchedText({ acknowledgements, settings }: NonNullable<Verdict['touched']>): string {
  const parts = [
    ...(acknowledgements === 0 ? [] : [`${signedCount(acknowledgements)} acknowledgements`]),
    ...settings,
  ];
  return printable(`the change touches the gate itself: ${parts.join('; ')}`);
}

function some<Item>(items: readonly Item[], render: (item: Item) => string): string[] {
  const rest = items.length > SHOWN ? [`  … ${formatCount(items.length - SHOWN)} more in verdict.json`] : [];
  return [...items.slice(0, SHOWN).map(render), ...rest];
}

function signedCount(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value)}`;
}
