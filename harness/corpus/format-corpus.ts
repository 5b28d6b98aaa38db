import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../util/error.ts';
import type { Problem } from '../model/problem.ts';
import { formatGold } from '../gold/format-gold.ts';
import { MOST_GOLD_BYTES } from '../model/limits.ts';
import { findPageFolders, notUtf8, tooMuchGold } from './page-folder.ts';
import { readInput } from '../util/read-input.ts';
import { readablePath } from '../util/readable-path.ts';
import { writeVerified } from '../util/write-whole.ts';
import type { WriteOptions } from '../gold/canonical.ts';
import { pathExists } from '../util/path-exists.ts';

/** What became of the gold files of a corpus. */
export interface FormattedCorpus {
  /** Gold files found. */
  readonly files: number;
  /** Paths of the files that were not in the canonical form and have no problems. */
  readonly changed: readonly string[];
  /** Of the files that could not be formatted; they are left as they are. */
  readonly problems: readonly Problem[];
}

/** A corpus that has the JSON Schema of gold has it here, and its gold files point to it. */
const SCHEMA = 'gold.schema.json';

/**
 * Brings every `gold.yaml` of a native corpus, and every second label, into the canonical form. Where the corpus has a `gold.schema.json`,
 * each file points editors to it; else each points to where it pointed before, if anywhere.
 *
 * @param options.write whether to rewrite the files, or only to find those that would change
 * @throws AssayError `bad-input` if there is no gold in the folder, or a file cannot be replaced.
 */
export async function formatCorpus(
  directory: string,
  { write }: { readonly write: boolean },
): Promise<FormattedCorpus> {
  const files = (await findPageFolders(directory)).flatMap(({ goldFile, secondFile }) =>
    [goldFile, secondFile].filter((file) => file !== undefined),
  );
  if (files.length === 0) throw new AssayError('bad-input', nothingThere(directory));
  const options = await writeOptions(directory);
  const changed: string[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const result = await formatFile(file, options, write);
    if (result === 'changed') changed.push(readablePath(file));
    else if (result !== 'unchanged') for (const problem of result) problems.push(problem);
  }
  return { files: files.length, changed, problems };
}

/** What the gold files of this corpus have in common: the schema they point to, if the corpus has it. */
export async function writeOptions(directory: string): Promise<WriteOptions> {
  const hasSchema = await pathExists(join(directory, SCHEMA));
  return hasSchema ? { schema: `../../../${SCHEMA}` } : {};
}

async function formatFile(
  file: string,
  options: WriteOptions,
  write: boolean,
): Promise<'changed' | 'unchanged' | readonly Problem[]> {
  const path = readablePath(file);
  const { size } = await stat(file);
  if (size > MOST_GOLD_BYTES) return [tooMuchGold(file, size)];
  const bytes = await readInput(file);
  const source = bytes.toString('utf8');
  if (!isUtf8(bytes)) return [notUtf8('page-files', file, 'gold in UTF-8', 'save the file in UTF-8')];
  const formatted = formatGold(source, path, options);
  if (formatted.status === 'faulty') return formatted.problems;
  if (formatted.text === source) return 'unchanged';
  if (write) await replace(file, path, formatted.text);
  return 'changed';
}

async function replace(file: string, path: string, text: string): Promise<void> {
  await writeVerified(file, text).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AssayError('bad-input', `${path} cannot be rewritten and was left as it is: ${reason}`, {
      cause,
    });
  });
}

function nothingThere(directory: string): string {
  const looked = `${directory.replace(/[/\\]$/u, '')}/pages/<site>/<page>/gold.yaml`;
  return `"${directory}" has no gold to format; looked for ${looked}. Public datasets are never rewritten`;
}
