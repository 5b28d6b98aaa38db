import { distance } from 'fastest-levenshtein';
import { extractionToDocument } from '../../document/extraction.ts';
import { documentToText } from '../../document/plain-text.ts';
import type { Extraction, Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { oneLine } from '../../util/printable.ts';
import type { Extractor, ExtractorSession } from '../extractor.ts';
import { CONFORMANCE_CASES } from './cases.ts';
import type { ConformanceCase, ConformancePage } from './cases.ts';
import { articlePage, textPage, webPage } from './pages.ts';

/** What became of a case. */
export interface ConformanceResult {
  readonly name: string;
  readonly claim: string;
  /** `open`: it could not be judged, because pages failed for another reason. */
  readonly verdict: 'holds' | 'fails' | 'open';
  /** Why it fails or could not be judged; empty where it holds. */
  readonly problems: readonly ConformanceProblem[];
}

/** What is wrong with what became of a page. */
export interface ConformanceProblem {
  readonly page: Page;
  readonly message: string;
  /** What came out in the place of what was wanted, shortened. */
  readonly cameOut?: string;
  /** Where the extractor threw, and what it wrote. */
  readonly stack?: string | undefined;
  readonly output?: string | undefined;
}

/** What an extractor may take for each page: milliseconds, and megabytes of 2^20 bytes with all that it starts. */
export interface ConformanceLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** A page that went through the extractor. */
interface Seen {
  readonly page: Page;
  readonly outcome: Outcome;
}

/**
 * Puts an extractor through cases that real pages will bring up: charsets, empty and huge pages, surrogate pairs,
 * broken pages; whether its answers hold known fields only, whether it answers the same page alike twice, and whether
 * it takes the media that it says it accepts.
 */
export async function checkConformance(
  extractor: Extractor,
  limits: ConformanceLimits,
): Promise<ConformanceResult[]> {
  const session = await extractor.open({ workers: 1, ...limits });
  try {
    const results: ConformanceResult[] = [];
    const seen: Seen[] = [];
    for (const each of CONFORMANCE_CASES) results.push(await runCase(session, each, seen));
    results.push(await checkRepetition(session, seen), await checkMedia(session, extractor, seen));
    return [...results, checkFields(seen)];
  } finally {
    await session.close();
  }
}

async function runCase(
  session: ExtractorSession,
  { name, claim, pages }: ConformanceCase,
  seen: Seen[],
): Promise<ConformanceResult> {
  const problems: ConformanceProblem[] = [];
  const open: ConformanceProblem[] = [];
  for (const wanted of pages) {
    const { page } = wanted;
    const outcome = await session.extract(page);
    seen.push({ page, outcome });
    if (namesField(outcome)) open.push(failedBy('unknown-field', page));
    else problems.push(...problemsOf(outcome, wanted));
  }
  return resultOf(name, claim, problems, open);
}

async function checkRepetition(session: ExtractorSession, seen: Seen[]): Promise<ConformanceResult> {
  const page = webPage('twice', articlePage('twice', 'The bridge is from the year 1871.'));
  const first = await session.extract(page);
  const second = await session.extract(page);
  seen.push({ page, outcome: first }, { page, outcome: second });
  const claim = 'the same page comes out the same a second time';
  if (first.status !== 'extracted' && second.status !== 'extracted') {
    const open = namesField(first) ? [failedBy('unknown-field', page)] : problemsOf(first, { page });
    return resultOf(
      'repeat',
      claim,
      [],
      open.map((each) => ({ ...each, message: `both times ${each.message}` })),
    );
  }
  if (first.status !== 'extracted') return resultOf('repeat', claim, problemsOf(first, { page }));
  if (second.status !== 'extracted') return resultOf('repeat', claim, problemsOf(second, { page }));
  const difference = differenceBetween(JSON.stringify(first.extraction), JSON.stringify(second.extraction));
  return resultOf('repeat', claim, difference === undefined ? [] : [{ page, ...difference }]);
}

/** Where two extractions begin to differ; undefined where they do not. */
function differenceBetween(
  first: string,
  second: string,
): Pick<ConformanceProblem, 'message' | 'cameOut'> | undefined {
  if (first === second) return undefined;
  let same = 0;
  while (first[same] === second[same]) same++;
  const from = Math.max(0, same - SHOWN / 2);
  const shown = (text: string): string => oneLine(text.slice(from, from + SHOWN));
  return { message: 'the two extractions differ', cameOut: `${shown(first)} and then ${shown(second)}` };
}

/** Letters shown of two extractions that differ, half of them in front of the difference. */
const SHOWN = 60;

/** An extractor that accepts plain text gets some, and none that does not. */
async function checkMedia(
  session: ExtractorSession,
  { accepts }: Extractor,
  seen: Seen[],
): Promise<ConformanceResult> {
  const page = textPage('plain-text');
  const outcome = await session.extract(page);
  seen.push({ page, outcome });
  const claim = accepts.includes('text')
    ? 'pages of plain text are taken, as it accepts them'
    : 'pages of plain text are skipped, as it does not accept them';
  if (outcome.status === 'skipped') return resultOf('media', claim, []);
  if (namesField(outcome)) return resultOf('media', claim, [], [failedBy('unknown-field', page)]);
  return resultOf('media', claim, problemsOf(outcome, { page }));
}

function checkFields(seen: readonly Seen[]): ConformanceResult {
  const claim = 'answers hold known fields only, of the right types';
  const problems = seen.flatMap(({ page, outcome }) =>
    namesField(outcome) ? problemsOf(outcome, { page }) : [],
  );
  const isAnswered = seen.some(({ outcome }) => outcome.status === 'extracted');
  const open = isAnswered
    ? []
    : seen.slice(0, 1).map(({ page }) => ({ page, message: 'no page was answered' }));
  return resultOf('unknown-field', claim, problems.slice(0, 1), open);
}

/** Whether the outcome is a field that does not belong in an answer: told once, not for every case. */
function namesField(outcome: Outcome): boolean {
  return (
    outcome.status === 'failed' &&
    /^returned (?:an object with the unknown field|\w+: )/.test(outcome.message)
  );
}

/** A page of which another case says why it failed. */
function failedBy(name: string, page: Page): ConformanceProblem {
  return { page, message: `failed as ${name} says` };
}

function problemsOf(outcome: Outcome, { page, wanted, unwanted }: ConformancePage): ConformanceProblem[] {
  if (outcome.status === 'skipped') return [{ page, message: `skipped: ${outcome.reason}` }];
  if (outcome.status === 'failed') {
    const { failure, message, stack, output } = outcome;
    return [{ page, message: `${failure}: ${message}`, stack, output }];
  }
  if (wanted === undefined && unwanted === undefined) return [];
  const text = textOf(outcome.extraction);
  if (wanted !== undefined && !fold(text).includes(fold(wanted))) {
    if (text === '') return [{ page, message: `"${wanted}" did not come out; nothing did` }];
    return [{ page, message: `"${wanted}" did not come out`, cameOut: excerptNear(text, wanted) }];
  }
  if (unwanted !== undefined && text.includes(unwanted)) {
    return [{ page, message: `${JSON.stringify(unwanted)} came out`, cameOut: excerptNear(text, unwanted) }];
  }
  return [];
}

/** Everything that came out: the blocks, and the text where there is one. */
function textOf(extraction: Extraction): string {
  return `${documentToText(extractionToDocument(extraction))}\n${extraction.text ?? ''}`.trim();
}

/** White space is no matter of this test. */
function fold(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Lines of an extraction that are looked at, and letters of each: those of these pages are far fewer. */
const MOST_LINES = 100;
const MOST_LETTERS = 500;

/** The line that is most like a text, which probably stands for it. */
function excerptNear(text: string, wanted: string): string {
  const lines = text.split('\n', MOST_LINES).map((line) => line.slice(0, MOST_LETTERS).trim());
  const far = (line: string): number => distance(line, wanted) / Math.max(line.length, wanted.length);
  const [nearest = ''] = lines.filter((line) => line !== '').toSorted((a, b) => far(a) - far(b));
  return oneLine(nearest);
}

function resultOf(
  name: string,
  claim: string,
  problems: readonly ConformanceProblem[],
  open: readonly ConformanceProblem[] = [],
): ConformanceResult {
  if (problems.length > 0) return { name, claim, verdict: 'fails', problems };
  return { name, claim, verdict: open.length > 0 ? 'open' : 'holds', problems: open };
}
