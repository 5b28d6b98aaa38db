import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { readFolderFile } from './read-file.ts';
import { DEFAULT_PARENT } from './run-folder.ts';

/** The word for the run that began last. */
export const LATEST = 'latest';

/**
 * The folder of a run by what a user calls it: a folder, here or below `reports/runs`; `latest`, the run below `reports/runs` that
 * began last; or a label, the last of those runs that has it. A folder comes before a label of the same name.
 *
 * @throws AssayError `usage` where there is no such run, with the labels that there are.
 */
export async function findRun(name: string): Promise<string> {
  if (await pathExists(join(name, 'run.json'))) return name;
  // A path that leads somewhere is meant as one; whoever reads it says what is wrong with it.
  if (name.includes('/') || (name !== LATEST && (await pathExists(name)))) return name;
  const runs = await knownRuns();
  const found = findKnown(name, runs);
  if (found !== undefined) return found.folder;
  throw new AssayError('usage', notFound(name, runs));
}

/** Whether a name leads to a run; for arguments that may also be something else. */
export async function isRun(name: string): Promise<boolean> {
  if (await pathExists(join(name, 'run.json'))) return true;
  return findKnown(name, await knownRuns()) !== undefined;
}

function findKnown(name: string, runs: readonly KnownRun[]): KnownRun | undefined {
  if (name === LATEST) return runs.at(-1);
  return runs.find(({ folder }) => basename(folder) === name) ?? runs.findLast(({ label }) => label === name);
}

interface KnownRun {
  readonly folder: string;
  readonly started: string;
  readonly label: string | undefined;
}

/** The runs below `reports/runs`, in the order in which they began. */
async function knownRuns(): Promise<KnownRun[]> {
  const names = await readdir(DEFAULT_PARENT).catch(() => []);
  const runs = await Promise.all(names.map((name) => readKnown(join(DEFAULT_PARENT, name))));
  return runs
    .flatMap((run) => run ?? [])
    .toSorted((a, b) => compareCodeUnits(a.started, b.started) || compareCodeUnits(a.folder, b.folder));
}

/** Undefined for a folder that holds no run, or one that cannot be read. */
async function readKnown(folder: string): Promise<KnownRun | undefined> {
  try {
    const run: unknown = JSON.parse((await readFolderFile(folder, 'run.json')) ?? '');
    if (!isRecord(run) || typeof run['started'] !== 'string') return undefined;
    const { started, label } = run;
    return { folder, started, label: typeof label === 'string' ? label : undefined };
  } catch {
    return undefined;
  }
}

function notFound(name: string, runs: readonly KnownRun[]): string {
  const parent = readablePath(DEFAULT_PARENT);
  const found = `there is no run ${JSON.stringify(name)}: no folder with a run.json here or below ${parent}, and no label`;
  if (runs.length === 0)
    return `${found}; ${parent} holds no run; name the folder of a run, as assay run prints it`;
  const labels = [...new Set(runs.flatMap(({ label }) => label ?? []))];
  const near = didYouMean(name, [LATEST, ...labels]);
  if (near !== undefined) return `${found}; did you mean "${near}"?`;
  const known =
    labels.length === 0
      ? 'none has a label'
      : `labels are ${labels.map((label) => JSON.stringify(label)).join(', ')}`;
  return `${found} (${known}); name a folder, ${LATEST}, or a label given by assay run --label`;
}
