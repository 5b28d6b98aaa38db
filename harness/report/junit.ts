import { join } from 'node:path';
import type { ExtractorVerdict, Verdict } from '../gate/verdict.ts';
import { printable } from '../util/printable.ts';
import { writeWhole } from '../util/write-whole.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { findingText, headline, reasons } from './verdict-text.ts';

/** The file of this reporter, in the folder of the run. */
const JUNIT_FILE = 'junit.xml';

/**
 * `--reporter junit`: writes `junit.xml`, which CI systems read: a suite an extractor and corpus, a test case a page. It is
 * valid by the schemas of Ant's report and of Jenkins' plugin; so it has elements that say nothing.
 */
export function junitReporter(): Reporter {
  return {
    onRunEnd: (run) => writeWhole(join(run.folder, JUNIT_FILE), runSuites(run)),
    onVerdict: (verdict, folder) =>
      writeWhole(join(folder, JUNIT_FILE), verdictSuites(verdict, new Date().toISOString())),
  };
}

/** A test case: it passes unless it has something to say. */
interface Case {
  readonly name: string;
  /** Seconds. */
  readonly seconds?: number;
  /** What is wrong, a line each. */
  readonly failure?: readonly string[];
  /** The kind of the failure. */
  readonly type?: string;
  readonly skipped?: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A page fails if the extractor failed on it. */
export function runSuites({ description, journal }: FinishedRun): string {
  const suites = description.corpora.flatMap((corpus) =>
    description.extractors.map((extractor) => {
      const lines = journal.filter(
        (line) => line.corpus === corpus.name && line.extractor === extractor.name,
      );
      const cases = lines.map((line): Case => {
        if (line.status === 'skipped') return { name: line.page, skipped: line.reason };
        const seconds = line.ms === undefined ? {} : { seconds: line.ms / 1000 };
        if (line.status === 'extracted') return { name: line.page, ...seconds };
        const { failure, message } = line;
        return { name: line.page, ...seconds, type: failure, failure: [`${failure}: ${message}`] };
      });
      return { name: `${extractor.name} on ${corpus.name}`, cases };
    }),
  );
  return document(suites, description.started);
}

/**
 * A case a suite for the verdict as a whole, so that none is empty, and one for each page that changed. It fails if a finding about it
 * fails; a rule about more than a page is a case of its own. Pages that cannot be compared are skipped. Those that are the same
 * are counted in the case of the verdict: hundreds of cases without news hide the few that have some. There are no times, because
 * verdicts have none.
 *
 * @param judged when, ISO 8601
 */
export function verdictSuites({ extractors, problems, verdict }: Verdict, judged: string): string {
  const suites = extractors.map((each) => ({
    name: `${each.extractor} on ${each.corpus}`,
    cases: casesOf(each),
  }));
  const isFailing =
    verdict === 'fail' && extractors.every(({ findings }) => findings.every(({ fails }) => !fails));
  const own = problems.map((text) => ({ name: text, ...(isFailing && { failure: [text] }) }));
  return document(
    [...suites, ...(own.length === 0 ? [] : [{ name: 'acknowledgements', cases: own }])],
    judged,
  );
}

function casesOf(each: ExtractorVerdict): Case[] {
  const { findings, changes, changed, added } = each;
  const byName = new Map<string, Case>(changes.map(({ page }) => [page, { name: page }]));
  for (const page of changed)
    byName.set(page, { name: page, skipped: 'changed in the corpus, not compared' });
  for (const page of added)
    byName.set(page, { name: page, skipped: 'new in the corpus, or skipped before, not compared' });
  for (const finding of findings) {
    const name = finding.page ?? finding.slice ?? finding.rule;
    const text = `${findingText(finding)}${reasons(each, finding)}`;
    const failure = [...(byName.get(name)?.failure ?? []), ...(finding.fails ? [text] : [])];
    byName.set(name, { name, ...(failure.length > 0 && { failure }) });
  }
  const fails = findings.some((finding) => finding.fails);
  return [{ name: 'verdict', ...(fails && { failure: [headline(each)] }) }, ...byName.values()];
}

/** @param started ISO 8601, in UTC; the schema takes no zone */
function document(suites: readonly Suite[], started: string): string {
  const timestamp = started.slice(0, '2025-07-09T12:00:00'.length);
  const all = suites.map((each, id) => suite(each, id, timestamp)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${all}</testsuites>\n`;
}

function suite({ name, cases }: Suite, id: number, timestamp: string): string {
  const time = cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  const head = attributes({
    package: 'assay',
    id,
    name,
    timestamp,
    hostname: 'localhost',
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: 0,
    skipped: cases.filter((each) => each.skipped !== undefined).length,
    time: time.toFixed(3),
  });
  const all = cases.map((each) => testCase(name, each)).join('');
  return `  <testsuite${head}>\n    <properties/>\n${all}    <system-out/>\n    <system-err/>\n  </testsuite>\n`;
}

function testCase(suiteName: string, { name, seconds = 0, failure, skipped, type = 'loss' }: Case): string {
  const head = `    <testcase${attributes({ name, classname: suiteName, time: seconds.toFixed(3) })}`;
  if (failure !== undefined) {
    // GitLab shows the text, GitHub's actions mostly the attribute, Jenkins both.
    const text = failure.map(xml).join('\n');
    return `${head}>\n      <failure${attributes({ type, message: failure.join('\n') })}>${text}</failure>\n    </testcase>\n`;
  }
  if (skipped !== undefined)
    return `${head}>\n      <skipped${attributes({ message: skipped })}/>\n    </testcase>\n`;
  return `${head}/>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML may hold it: no control characters, halves of characters or noncharacters. */
function xml(text: string): string {
  return printable(text)
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character]!);
}
