import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isNode, isSeq, parseDocument } from 'yaml';
import { readAcknowledgements } from '../../gate/acknowledgements.ts';
import type { Acknowledgement } from '../../gate/acknowledgements.ts';
import { baselineHead, baselineIncoherence, baselinePage, formatBaseline } from '../../gate/baseline.ts';
import type { Baseline } from '../../gate/baseline.ts';
import { verdict, verdictIncoherence } from '../../gate/verdict.ts';
import type { Verdict } from '../../gate/verdict.ts';
import { formatProblem } from '../../model/problem.ts';
import { lineCheck, parseFile, parseObject } from '../../store/check-file.ts';
import { MOST_YAML_BYTES } from '../../model/limits.ts';
import { AssayError } from '../../util/error.ts';
import { makeFolders } from '../../util/make-folders.ts';
import { readOptionalInput } from '../../util/read-input.ts';
import { readablePath } from '../../util/readable-path.ts';
import { writeWhole, writing } from '../../util/write-whole.ts';
import { commitOf, git } from '../git.ts';

/** Where a repository keeps its baselines unless it says otherwise. */
export const BASELINE_FOLDER = 'reports/baseline';
/** The losses that somebody accepted, beside the baselines. */
const ACKNOWLEDGED = 'acknowledged.yaml';

/** Most bytes of a baseline and of a verdict. The baseline of 990 pages has 450,000. */
const MOST_BYTES = 2 ** 26;
/** Most characters of a line of a baseline, as of a journal. */
const MOST_LINE = 2 ** 22;

/** The baselines of a folder, as they lie there or as a git revision has them. */
export class BaselineFolder {
  readonly folder: string;
  /** The revision; absent: as the files are now. */
  readonly revision: string | undefined;

  constructor(folder: string, revision?: string) {
    this.folder = folder;
    this.revision = revision;
  }

  /** The baseline of an extractor on a corpus; undefined where there is none. */
  async read(extractor: string, corpus: string): Promise<Baseline | undefined> {
    const name = fileOf(extractor, corpus);
    const source = await this.#source(name, MOST_BYTES);
    if (source === undefined) return undefined;
    return parseBaseline(source, join(this.folder, name));
  }

  /** The accepted losses; none where there is no such file. */
  async acknowledgements(): Promise<readonly Acknowledgement[]> {
    const file = readablePath(join(this.folder, ACKNOWLEDGED));
    const source = await this.#source(ACKNOWLEDGED, MOST_YAML_BYTES);
    if (source === undefined) return [];
    const { acknowledgements, problems } = readAcknowledgements(source, file);
    if (problems.length === 0) return acknowledgements;
    throw new AssayError('bad-input', problems.map(formatProblem).join('\n'));
  }

  async write(baseline: Baseline): Promise<string> {
    const { extractor, corpus } = baseline.head;
    const path = join(this.folder, fileOf(extractor.name, corpus.name));
    await writing(path, makeFolders(dirname(path)));
    await writeWhole(path, formatBaseline(baseline));
    return path;
  }

  /** Removes acknowledgements by their lines; comments and all others stay as they are. */
  async prune(lines: ReadonlySet<number>): Promise<void> {
    const path = join(this.folder, ACKNOWLEDGED);
    const source = await readFile(path, 'utf8');
    const document = parseDocument(source, { schema: 'failsafe' });
    const list = document.get('acknowledged');
    if (!isSeq(list)) return;
    list.items = list.items.filter((item) => {
      const start = isNode(item) ? (item.range?.[0] ?? 0) : 0;
      return !lines.has(source.slice(0, start).split('\n').length);
    });
    await writeWhole(path, document.toString({ lineWidth: 0 }));
  }

  async #source(name: string, most: number): Promise<string | undefined> {
    const path = join(this.folder, name);
    if (this.revision !== undefined) return sourceAt(this.revision, path, most);
    return (await readOptionalInput(path, most))?.toString('utf8');
  }
}

/** Names of corpora may hold what names of files may not. */
function fileOf(extractor: string, corpus: string): string {
  return join(encodeURIComponent(corpus), `${encodeURIComponent(extractor)}.jsonl`);
}

/** A verdict that was made elsewhere. */
export async function readVerdict(path: string): Promise<Verdict> {
  const fix = 'take a verdict.json that assay gate left, of this version of Assay';
  const source = (await readOptionalInput(path, MOST_BYTES))?.toString('utf8');
  if (source === undefined) throw new AssayError('usage', `${readablePath(path)} is not there; ${fix}`);
  const read = parseFile({ path, source }, 'assay/verdict@1', verdict, fix);
  const found = verdictIncoherence(read);
  if (found !== undefined) throw incoherent(readablePath(path), found, fix);
  return read;
}

async function parseBaseline(source: string, path: string): Promise<Baseline> {
  const [first = '', ...rest] = source.split('\n');
  const fix = 'restore it from the repository, or write it anew on the base: assay gate --update';
  const head = parseFile({ path, source: first }, 'assay/baseline@1', baselineHead, fix);
  const check = await lineCheck(baselinePage);
  const lines = rest.flatMap((line, index) =>
    line === '' ? [] : [{ line, place: `${readablePath(path)}:${index + 2}` }],
  );
  const pages = lines.map(({ line, place }) => {
    if (line.length > MOST_LINE) {
      const found = `the line is longer than any of a baseline (${line.length} characters)`;
      throw new AssayError('bad-input', `${place}: ${found}; ${fix}`);
    }
    const value = parseObject(line);
    if (value === undefined) throw new AssayError('bad-input', `${place}: the line is no JSON; ${fix}`);
    return check(value, place, fix);
  });
  const fault = baselineIncoherence({ head, pages });
  if (fault !== undefined) throw incoherent(lines[fault.index]!.place, fault.found, fix);
  return { head, pages };
}

function incoherent(place: string, found: string, fix: string): AssayError {
  return new AssayError('bad-input', `${place}: found ${found}; expected what belongs together; ${fix}`);
}

/** A file as a git revision has it; undefined where the revision does not have it. */
async function sourceAt(revision: string, path: string, most: number): Promise<string | undefined> {
  const commit = await commitOf(revision);
  const relative = (await git(['ls-tree', '--name-only', commit, '--', path])).trim();
  if (relative === '') return undefined;
  const source = await git(['show', `${commit}:./${path}`]);
  if (source.length <= most) return source;
  const found = `${readablePath(path)} of ${revision} has ${source.length} characters; expected at most ${most}`;
  throw new AssayError('bad-input', `${found}; take a base with a sound one`);
}
