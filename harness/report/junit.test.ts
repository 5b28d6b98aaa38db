import { describe, expect, test } from 'vitest';
import type { Verdict } from '../gate/verdict.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { entryOf, runOf } from './fixtures/finished-run.ts';
import { runSuites, verdictSuites } from './junit.ts';

/**
 * What both usual schemas ask (that of Ant's JUnitReport, and junit-10 of Jenkins' xUnit plugin), in words of our own:
 * attributes of each element, and the elements in it, in their order. The stricter of the two decides.
 */
const ASKED: Readonly<Record<string, { readonly attributes: readonly RegExp[]; readonly holds: RegExp }>> = {
  testsuites: { attributes: [], holds: /^(?:testsuite )*$/u },
  testsuite: {
    attributes: [
      /^package=./u, /^id=\d+$/u, /^name=./u, /^timestamp=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u, /^hostname=./u, /^tests=\d+$/u,
      /^failures=\d+$/u, /^errors=\d+$/u, /^skipped=\d+$/u, /^time=\d+\.\d+$/u,
    ],
    holds: /^properties (?:testcase )*system-out system-err $/u,
  },
  testcase: {
    attributes: [/^name=./u, /^classname=./u, /^time=\d+\.\d+$/u],
    holds: /^(?:skipped |failure )?$/u,
  },
  failure: { attributes: [/^type=./u, /^message=/u], holds: /^$/u }, // and text
  skipped: { attributes: [/^message=/u], holds: /^$/u },
  properties: { attributes: [], holds: /^$/u },
  'system-out': { attributes: [], holds: /^$/u },
  'system-err': { attributes: [], holds: /^$/u },
}; // prettier-ignore

const TAG = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/gu;

/** What is not as the schemas ask. */
function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const open: { name: string; held: string }[] = [{ name: '', held: '' }];
  const close = (): void => {
    const { name, held } = open.pop()!;
    if (!ASKED[name]!.holds.test(held)) faults.push(`${name} holds ${held}`);
  };
  for (const [, end, name, text, isEmpty] of xml.matchAll(TAG)) {
    if (end === '/') {
      close();
      continue;
    }
    open.at(-1)!.held += `${name} `;
    const given = [...text!.matchAll(/ ([\w-]+)="([^"]*)"/gu)].map(([, key, value]) => `${key}=${value}`);
    const asked = ASKED[name!]?.attributes;
    const isRight = asked?.length === given.length && asked.every((each, index) => each.test(given[index]!));
    if (!isRight) faults.push(`${name} has ${given.join(' ')}`);
    open.push({ name: name!, held: '' });
    if (isEmpty === '/') close();
  }
  const between = xml
    .replaceAll(/(?<=<failure [^>]*>)[^<]*(?=<\/failure>)/gu, '')
    .replace(TAG, '')
    .replace('<?xml version="1.0" encoding="UTF-8"?>', '')
    .trim();
  if (between !== '' || open.length !== 1) faults.push(`text: ${between}`);
  return faults;
}

/** Control characters, half of a character, a noncharacter, and what ends attributes and elements. */
const HOSTILE = 'a"b<c>&amp; \u0000\u001b[31m \uD800 \uFFFF ]]> \n';

function lineOf(page: string, over: object): JournalLine {
  return {
    corpus: 'toy',
    extractor: 'mine',
    page,
    site: 's',
    metrics: {},
    ...over,
  } as unknown as JournalLine;
}

function verdictWith(findings: readonly object[], problems: readonly string[] = []): Verdict {
  const classes = [{ class: 'missing tail', tokens: 3, pages: 1 }];
  const extractor = {
    extractor: 'mine',
    corpus: 'toy',
    metric: 'tokens',
    figure: 'f1',
    before: 0.9,
    after: 0.8,
    better: 1,
    worse: 1,
    same: 7,
    findings,
    changes: [
      { page: 'p1', classes },
      { page: 'p2', classes: [] },
    ],
    changed: ['p3'],
    added: ['p4'],
  };
  return { verdict: 'fail', problems, extractors: [extractor] } as unknown as Verdict;
}

describe('junit.xml is as the usual schemas ask', () => {
  test('of a run: pages that came out, failed and were skipped', () => {
    const xml = runSuites(
      runOf(
        [entryOf('mine', 0.5)],
        [
          lineOf('p1', { status: 'extracted', ms: 1500 }),
          lineOf(HOSTILE, { status: 'failed', failure: 'threw', message: HOSTILE }),
          lineOf('p3', { status: 'skipped', reason: HOSTILE }),
        ],
      ),
    );
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain(
      '<testsuite package="assay" id="0" name="mine on toy" timestamp="2026-11-22T10:00:00" hostname="localhost" tests="3" failures="1" errors="0" skipped="1" time="1.500">',
    );
    expect(xml).toContain('<testcase name="p1" classname="mine on toy" time="1.500"/>');
    expect(xml).toMatch(/<failure type="threw" message="threw: a&quot;b&lt;c&gt;&amp;amp; /u);
  });

  test('of a verdict: pages that were lost, and problems', () => {
    const finding = { rule: 'page-loss', page: 'p1', fails: true, before: 0.9, after: 0.5, text: HOSTILE };
    const xml = verdictSuites(verdictWith([finding], [HOSTILE]), '2026-11-29T10:00:00.000Z');
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain('tests="5" failures="2" errors="0" skipped="2"');
    expect(xml).toContain('<testcase name="p2" classname="mine on toy" time="0.000"/>');
  });

  test('of a verdict: what came and went on a page, the whole beside it, pages that were not compared', () => {
    const finding = { page: 'p1', fails: true, before: 0.9, after: 0.5 };
    const findings = [
      { ...finding, rule: 'new-failure', text: 'failed: threw' },
      { ...finding, rule: 'page-loss', text: 'lost more than 0.1' },
    ];
    const xml = verdictSuites(verdictWith(findings), '2026-11-29T10:00:00.000Z');
    expect(xml).toContain(
      '>new-failure: p1 0.900 → 0.500, failed: threw (3 more missing tail)\npage-loss: p1 0.900 → 0.500, lost more than 0.1 (3 more missing tail)</failure>',
    );
    const whole = '1 better, 1 worse, 7 the same; tokens f1 0.9000 → 0.8000, −0.1000';
    expect(xml).toContain(`<failure type="loss" message="${whole}">${whole}</failure>`);
    expect(xml).toContain('<skipped message="changed in the corpus, not compared"/>');
    expect(xml).toContain('<skipped message="new in the corpus, or skipped before, not compared"/>');
  });

  test('of a verdict without any change: Jenkins takes a report without a test case for a failure', () => {
    const [each] = verdictWith([]).extractors;
    const same = { ...each!, changes: [], added: [], changed: [] };
    const xml = verdictSuites({ ...verdictWith([]), extractors: [same] }, '2026-11-29T10:00:00.000Z');
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain('tests="1" failures="0"');
    expect(xml).toContain('<testcase name="verdict" classname="mine on toy" time="0.000"/>');
  });

  test('what is not, is found', () => {
    expect(faultsOf('<testsuites name="x"><testcase name="a"/></testsuites>')).toEqual([
      'testsuites has name=x',
      'testcase has name=a',
      'testsuites holds testcase ',
    ]);
  });
});
