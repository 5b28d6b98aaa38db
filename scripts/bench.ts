import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ExitCode } from '../harness/cli/options.ts';
import { alignmentPart } from './bench/alignment.ts';
import type { Bench } from './bench/bench-settings.ts';
import { checkPart } from './bench/check.ts';
import { documentsPart } from './bench/documents.ts';
import { Findings } from './bench/findings.ts';
import { memoryPart } from './bench/memory.ts';
import { reportsPart } from './bench/reports.ts';
import { runnerPart } from './bench/runner.ts';
import { scoringPart } from './bench/scoring.ts';
import { quietness, speedPage } from './bench/speed-page.ts';
import { statisticsPart } from './bench/statistics.ts';
import { readArguments } from './read-arguments.ts';

/** Measures Assay beside what it is compared with, in turns, and says of each budget whether it is kept. */

const PARTS: Readonly<Record<string, readonly [title: string, part: (bench: Bench) => Promise<void>]>> = {
  scoring: ['Scoring', scoringPart],
  statistics: ['Statistics', statisticsPart],
  alignment: ['Alignment', alignmentPart],
  documents: ['Pages and tokens', documentsPart],
  runner: ['The runner', runnerPart],
  memory: ['Memory', memoryPart],
  reports: ['Reports and the gate', reportsPart],
  check: ['Checking a corpus', checkPart],
};
const REPORTS = resolve(import.meta.dirname, '..', 'reports');

const USAGE = `npm run bench -- [--quick] [--only PART]… [--data DIR] [--aeb-clone DIR] [--wcxb-clone DIR] [--python PATH] [--turns N] [--to DIR]

--quick            a minute, nothing but this repository: for before and after a change to a hot path
--only PART        ${Object.keys(PARTS).join(', ')}; may be repeated (default: all)
--data DIR         public data: DIR/aeb, DIR/trafilatura, DIR/wcxb; what is not there is skipped, and said
--aeb-clone DIR    article-extraction-benchmark with its evaluate.py (default: DIR/aeb of the data)
--wcxb-clone DIR   web-content-extraction-benchmark with its evaluate.py (default: DIR/wcxb of the data)
--python PATH      Python 3, for what is compared with; rouge-score is compared with where it is installed (default: python3)
--turns N          how often each comparison is made at most (default: 5, with --quick 3)
--to DIR           where speed.md and speed.json go (default: reports/ for a whole bench, else nowhere)`;

const { values } = readArguments(USAGE, {
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    data: { type: 'string' },
    'aeb-clone': { type: 'string' },
    'wcxb-clone': { type: 'string' },
    python: { type: 'string', default: 'python3' },
    turns: { type: 'string' },
    to: { type: 'string' },
  },
});
const { quick, only = Object.keys(PARTS), data, python } = values;
const turns = Number(values.turns ?? (quick ? 3 : 5));
const unknown = only.find((name) => PARTS[name] === undefined);
if (unknown !== undefined) refuse(`--only ${unknown}: expected ${Object.keys(PARTS).join(', ')}`);
if (!Number.isSafeInteger(turns) || turns < 1)
  refuse(`--turns ${values.turns}: expected a whole number from 1 on`);
const findings = new Findings();
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const there = (path: string, file = ''): string | undefined =>
  existsSync(join(path, file)) ? resolve(path) : undefined;
const dataset: Bench['dataset'] = (name) =>
  quick || data === undefined ? undefined : there(join(data, name));
const clone: Bench['clone'] = (name) => {
  const path = values[`${name}-clone`] ?? (data && join(data, name));
  return quick || path === undefined ? undefined : there(path, 'evaluate.py');
};
const to = values.to ?? (quick || values.only !== undefined ? undefined : REPORTS);
try {
  for (const name of only) {
    const [title, part] = PARTS[name]!;
    console.log(`\n${title}`);
    findings.part = title;
    await part({ quick, turns, dataset, clone, python: there(python) ?? python, folder, findings });
    // After each part: the whole takes long, and may be stopped.
    if (to !== undefined) write(to);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${quietness(findings.all).replaceAll('**', '')}`);

function write(reports: string): void {
  const run = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    processors: `${cpus().length} × ${cpus()[0]!.model}`,
    turns,
    quick,
  };
  const { all, skipped } = findings;
  const json = { schema: 'assay/speed@1', ...run, findings: all, skipped };
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'speed.json'), `${JSON.stringify(json, undefined, 2)}\n`);
  writeFileSync(join(reports, 'speed.md'), speedPage(run, findings));
}

function refuse(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  return process.exit(ExitCode.MISUSE);
}
