import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssayError } from '../util/error.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { OpenedCorpus } from './opened-corpus.ts';
import { readablePath } from '../util/readable-path.ts';
import { SOURCES } from './sources/register.ts';
import { isFolder, pathExists } from '../util/path-exists.ts';

const DATASET = /^([a-z][\w-]+):(.*)$/su;

/** Folder of the corpus that comes with Assay, as a path that a user can read: relative where that is shorter. */
export function builtInCorpus(): string {
  return readablePath(fileURLToPath(new URL('../../corpus', import.meta.url)));
}

/** Whether it has the form of a public dataset, `source:PATH`. */
export function namesDataset(specification: string): boolean {
  return DATASET.test(specification);
}

/**
 * Opens a corpus that a user named: the folder of a native corpus or of pairs, or `source:PATH` for a public dataset. A name
 * that is a path on this disk is a path, whatever colons are in it.
 *
 * @param folder what paths are relative to
 * @param only the one page of a public dataset that is wanted; of the others no more is read than their labels
 * @throws AssayError `usage` for an unknown source, `bad-input` for one that cannot be read.
 */
export async function openCorpus(
  specification: string,
  folder: string = process.cwd(),
  only?: string,
): Promise<OpenedCorpus> {
  if (specification === '') {
    throw new AssayError(
      'usage',
      'found an empty name of a corpus; name a folder, or a dataset such as aeb:PATH',
    );
  }
  const located = (path: string): string => readablePath(resolve(folder, path));
  const [, name, path] = DATASET.exec(specification) ?? [];
  if (name === undefined || path === undefined || (await pathExists(located(specification)))) {
    return openFolder(located(specification));
  }
  const source = SOURCES.find((each) => each.name === name);
  if (source === undefined) throw new AssayError('usage', unknownSource(specification, name));
  if (path === '') throw new AssayError('usage', `"${specification}" names no folder; write ${name}:PATH`);
  return source.open(located(path), only);
}

/** Whether there is a folder with pages, a description of a corpus, or pairs of files. */
export async function holdsCorpus(directory: string): Promise<boolean> {
  if (await isFolder(join(directory, 'pages'))) return true;
  if (await pathExists(join(directory, 'corpus.yaml'))) return true;
  const { holdsPairs } = await import('./sources/pairs.ts');
  return holdsPairs(directory);
}

/** Readers are loaded when there is something for them to read: their parsers take a run as long as some extractors. */
async function openFolder(directory: string): Promise<OpenedCorpus> {
  if (!(await isFolder(join(directory, 'pages')))) {
    const { holdsPairs, openPairs } = await import('./sources/pairs.ts');
    if (await holdsPairs(directory)) return openPairs(directory);
  }
  const { openNativeCorpus } = await import('./native.ts');
  return openNativeCorpus(directory);
}

function unknownSource(specification: string, name: string): string {
  const names = SOURCES.map((source) => source.name);
  const near = didYouMean(name, names);
  const fix = near === undefined ? '; known' : `: did you mean "${near}"? Known`;
  const known = SOURCES.map((source) => `${source.name}:PATH (${source.description})`).join(', ');
  return `unknown corpus "${specification}"${fix} are builtin, names of the configuration, a folder with pages/ or with pairs of files, and ${known}`;
}
