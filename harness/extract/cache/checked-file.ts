import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders } from '../../util/make-folders.ts';
import { sha256 } from '../../util/sha256.ts';
import { writeWhole } from '../../util/write-whole.ts';

/**
 * Writes JSON behind a line with its digest, whole or not at all, whoever else writes the same. A cache that cannot be
 * written is no error: the answer is not kept.
 */
export async function writeChecked(path: string, value: unknown): Promise<void> {
  const content = JSON.stringify(value);
  try {
    await makeFolders(dirname(path));
    await writeWhole(path, `${sha256(content)}\n${content}`);
  } catch {
    // Not kept.
  }
}

/**
 * What `writeChecked` wrote, which is a `T`: whoever reads knows what is written at that path, and keys are other ones
 * when that changes. Undefined where there is nothing, or something else, which is removed.
 */
export async function readChecked<T>(path: string): Promise<T | undefined> {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  // oxlint-disable-next-line no-unsafe-type-assertion -- its digest says that we wrote it
  if (end > 0 && text.slice(0, end) === sha256(content)) return JSON.parse(content) as T;
  await rm(path, { force: true }).catch(() => {});
  return undefined;
}

/** At once: small files, of which a run reads hundreds, take longer to wait for than to read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
