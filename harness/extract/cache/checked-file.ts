import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256 } from '../../util/sha256.ts';

/** What a file's name ends in while it is being written. */
export const PART = '.part';

/**
 * Writes JSON behind a line with its digest, whole or not at all, whoever else writes the same. Not being able to is
 * no error: then it is not kept.
 */
export async function writeChecked(path: string, value: unknown): Promise<void> {
  const content = JSON.stringify(value);
  const part = `${path}.${randomUUID()}${PART}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, `${sha256(content)}\n${content}`);
    await rename(part, path);
  } catch {
    await rm(part, { force: true }).catch(() => {});
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
