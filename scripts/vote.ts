import { writeFileSync } from 'node:fs';
import { ExitCode } from '../harness/cli/options.ts';
import { decode, decodeUtf8 } from '../harness/document/decode.ts';
import { extractionToDocument } from '../harness/document/extraction.ts';
import { htmlToDocument } from '../harness/document/html.ts';
import { textToDocument } from '../harness/document/plain-text.ts';
import { loadRecordedExtractor } from '../harness/extract/drivers/recorded.ts';
import type { ExtractorSession } from '../harness/extract/extractor.ts';
import { openCorpus } from '../harness/library/commands.ts';
import type { Document } from '../harness/model/document.ts';
import { AssayError } from '../harness/util/error.ts';
import type { Page } from '../harness/model/page.ts';
import { readRun } from '../harness/store/read-run.ts';
import { readArguments } from './read-arguments.ts';
import { majorityVote } from './vote/majority-vote.ts';

/**
 * npm run vote -- RUN --out FILE.jsonl [--voter NAME]… [--corpus NAME] [--threshold 0.66] [--length 5]: writes what the
 * majority of the extractors of a run took of each page, as a recorded output. Gold is never looked at. Voters: those
 * named, else all of the run but baselines. Corpus: the only one of the run, else the one named.
 */

const USAGE = `npm run vote -- RUN --out FILE.jsonl [--voter NAME]… [--corpus NAME] [--threshold 0.66] [--length 5]

Writes what the majority of the extractors of a run took of each page; it is scored by --extractor recorded:FILE.jsonl.`;

const { values, positionals } = readArguments(USAGE, {
  options: {
    out: { type: 'string' },
    voter: { type: 'string', multiple: true },
    corpus: { type: 'string' },
    threshold: { type: 'string', default: '0.66' },
    length: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
try {
  await main();
} catch (error) {
  if (!(error instanceof AssayError)) throw error;
  console.error(`vote: ${error.message}`);
  process.exitCode = ExitCode.MISUSE;
}

async function main(): Promise<void> {
  const [folder, ...others] = positionals;
  const { out } = values;
  if (folder === undefined || others.length > 0 || out?.endsWith('.jsonl') !== true) {
    throw new AssayError('usage', 'expected the folder of a run, and --out FILE.jsonl');
  }
  const rules = {
    length: numberOf('length', (value) => Number.isInteger(value) && value >= 1),
    threshold: numberOf('threshold', (value) => value > 0 && value <= 1),
  };
  const { corpora, extractors } = (await readRun(folder)).description;
  const corpus = oneOf('corpus', corpora, values.corpus);
  const voters =
    values.voter?.map((name) => oneOf('voter', extractors, name)) ?? extractors.filter(isContender);
  const names = voters.map(({ name }) => name);
  const sessions = await Promise.all(names.map((name) => openVoter(folder, name, corpus.name)));
  const opened = await openCorpus(corpus.source);
  const lines: object[] = [
    { assay: 1, name: 'majority-vote', version: `${rules.threshold} of ${names.join(', ')}` },
  ];
  for (const reference of opened.pages) {
    const { page } = await opened.read(reference);
    const answers = await answersOf(sessions, page);
    if (answers.length === 0) continue;
    lines.push({ id: page.id, text: majorityVote(documentOf(page), answers, rules) });
  }
  writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  console.log(`${out}: ${lines.length - 1} pages, voted for by ${names.join(', ')}`);
}

function isContender({ baseline }: { readonly baseline: boolean }): boolean {
  return !baseline;
}

/** What the voters that take the page made of it; nothing of those that failed. None where the run has not the page. */
async function answersOf(sessions: readonly ExtractorSession[], page: Page): Promise<Document[]> {
  const outcomes = await Promise.all(sessions.map((session) => session.extract(page)));
  const given = outcomes.filter(({ status }) => status !== 'skipped');
  if (given.every((outcome) => outcome.status === 'failed' && outcome.failure === 'unavailable')) return [];
  return given.map((outcome) =>
    outcome.status === 'extracted' ? extractionToDocument(outcome.extraction) : { blocks: [] },
  );
}

function documentOf({ media, bytes, contentType }: Page): Document {
  return media === 'html'
    ? htmlToDocument(decode(bytes, contentType).text, contentType)
    : textToDocument(decodeUtf8(bytes));
}

async function openVoter(folder: string, name: string, corpus: string): Promise<ExtractorSession> {
  const extractor = await loadRecordedExtractor(`${folder}#${name}`);
  return extractor.open({ workers: 1, timeoutMs: 1000, corpus });
}

function oneOf<T extends { readonly name: string }>(
  kind: string,
  known: readonly T[],
  wanted: string | undefined,
): T {
  const [only, ...others] = known;
  if (wanted === undefined && only !== undefined && others.length === 0) return only;
  const found = known.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = known.map(({ name }) => name).join(', ');
  throw new AssayError('usage', `--${kind}: found ${wanted ?? 'none'}; expected one of ${names}`);
}

function numberOf(option: 'length' | 'threshold', isFit: (value: number) => boolean): number {
  const value = Number(values[option]);
  if (isFit(value)) return value;
  const expected = option === 'length' ? 'a whole number of at least 1' : 'a share above 0, at most 1';
  throw new AssayError('usage', `--${option}: found ${values[option]}; expected ${expected}`);
}
