import { join } from 'node:path';
import type { ExtractorVerdict, Verdict } from '../gate/verdict.ts';
import { printable } from '../util/printable.ts';
import { writeWhole } from '../util/write-whole.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { findingText } from './verdict-text.ts';

/** The file of this reporter, in the folder of the run. */
const JUNIT_FILE = 'junit.xml';

/** `--reporter junit`: writes `junit.xml`, which CI systems read: a suite an extractor and corpus, a test case a page. */
export function junitReporter(): Reporter {
  return {
    onRunEnd: (run) => writeWhole(join(run.folder, JUNIT_FILE), runSuites(run)),
    onVerdict: (verdict, folder) => writeWhole(join(folder, JUNIT_FILE), verdictSuites(verdict)),
  };
}

/** A test case: it passes unless it has something to say. */
interface Case {
  readonly name: string;
  /** Seconds. */
  readonly seconds?: number;
  readonly failure?: string;
  readonly skipped?: string;
}

/** A page fails if the extractor failed on it. */
function runSuites({ description, journal }: FinishedRun): string {
  const suites = description.corpora.flatMap((corpus) =>
    description.extractors.map((extractor) => {
      const lines = journal.filter(
        (line) => line.corpus === corpus.name && line.extractor === extractor.name,
      );
      const cases = lines.map((line): Case => {
        if (line.status === 'skipped') return { name: line.page, skipped: line.reason };
        const seconds = line.ms === undefined ? {} : { seconds: line.ms / 1000 };
        const failure = line.status === 'failed' ? { failure: `${line.failure}: ${line.message}` } : {};
        return { name: line.page, ...seconds, ...failure };
      });
      return suite(`${extractor.name} on ${corpus.name}`, cases);
    }),
  );
  return document(suites);
}

/** A changed page fails if a finding about it fails; a rule about more than a page is a case of its own. */
export function verdictSuites({ extractors, problems, verdict }: Verdict): string {
  const suites = extractors.map((each) => suite(`${each.extractor} on ${each.corpus}`, casesOf(each)));
  const isFailing =
    verdict === 'fail' && extractors.every(({ findings }) => findings.every(({ fails }) => !fails));
  const own = problems.map((text) => ({ name: text, ...(isFailing && { failure: text }) }));
  return document([...suites, ...(own.length === 0 ? [] : [suite('acknowledgements', own)])]);
}

function casesOf({ findings, changes }: ExtractorVerdict): Case[] {
  const byName = new Map<string, Case>(changes.map(({ page }) => [page, { name: page }]));
  for (const finding of findings) {
    const name = finding.page ?? finding.slice ?? finding.rule;
    const text = findingText(finding);
    const before = byName.get(name)?.failure;
    const failure = finding.fails ? { failure: before === undefined ? text : `${before}\n${text}` } : {};
    byName.set(name, { name, ...(before !== undefined && { failure: before }), ...failure });
  }
  return [...byName.values()];
}

function document(suites: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="assay">\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, cases: readonly Case[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  const time = cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  const head = `name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${time.toFixed(3)}"`;
  return `  <testsuite ${head}>\n${cases.map((each) => testCase(name, each)).join('')}  </testsuite>\n`;
}

function testCase(suiteName: string, { name, seconds = 0, failure, skipped }: Case): string {
  const head = `    <testcase name="${xml(name)}" classname="${xml(suiteName)}" time="${seconds.toFixed(3)}"`;
  if (failure !== undefined) return `${head}>\n      <failure message="${xml(failure)}"/>\n    </testcase>\n`;
  if (skipped !== undefined) return `${head}>\n      <skipped message="${xml(skipped)}"/>\n    </testcase>\n`;
  return `${head}/>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML may hold it: no control characters, halves of characters or noncharacters. */
function xml(text: string): string {
  return printable(text)
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character]!);
}
