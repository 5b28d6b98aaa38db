import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { chmod, readFile, readdir, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AssayError, errorCode } from './error.ts';
import { makeFolders } from './make-folders.ts';
import { readablePath } from './readable-path.ts';

/** A file or folder that the system does not let us write: a full disk, or somebody else's folder. */
export class Unwritable extends AssayError {
  constructor(path: string, cause: unknown) {
    const fix = 'make room, or see that it may be written';
    super('usage', `${readablePath(path)} cannot be written (${errorCode(cause)}); ${fix}`, { cause });
  }
}

/** The same promise; its errors become those of writing to the path. */
export async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof AssayError ? cause : new Unwritable(path, cause);
  }
}

/**
 * Appends to an open file. At once: to wait for another thread takes longer than to write some kilobytes.
 *
 * @throws Unwritable
 */
export function append(path: string, { fd }: FileHandle, content: string | Uint8Array): void {
  try {
    appendFileSync(fd, content);
  } catch (cause) {
    throw new Unwritable(path, cause);
  }
}

/**
 * Whether a name is that of a file that is being written, or was when its process was killed. Such names begin with a
 * dot, so that they are part of no corpus.
 */
export function isPart(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.part');
}

/** A name beside the path that nobody else writes to. */
function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
}

/**
 * Writes a file whole or not at all, whoever else writes the same: it is written beside its place and renamed. A link
 * stays a link; permissions stay.
 *
 * @param content the content, or what writes it under the name that it is given
 * @throws Unwritable
 */
export async function writeWhole(
  path: string,
  content: string | ((part: string) => Promise<void>),
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const part = partOf(target);
  try {
    await (typeof content === 'string' ? writeFile(part, content, { flag: 'wx' }) : content(part));
    const before = await stat(target).catch(() => undefined);
    if (before !== undefined) await chmod(part, before.mode);
    await rename(part, target);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw cause instanceof AssayError ? cause : new Unwritable(path, cause);
  }
}

/**
 * `writeWhole` for what nobody can make again: the text takes its place only if it comes back from the disk as it was
 * written.
 *
 * @throws Unwritable
 */
export async function writeVerified(path: string, text: string): Promise<void> {
  await writeWhole(path, async (part) => {
    await writeFile(part, text, { flag: 'wx' });
    if ((await readFile(part, 'utf8')) !== text) throw new Error('it did not come back as written');
  });
}

/**
 * Makes a folder whole or not at all: it is filled beside its place and renamed. If that fails, nothing is left.
 *
 * @throws AssayError `usage` if something other than an empty folder stands there already. Unwritable.
 */
export async function makeFolder<T>(folder: string, fill: (beside: string) => Promise<T>): Promise<T> {
  const target = resolve(folder);
  const isThere = await isEmptyFolder(target);
  const beside = partOf(target);
  try {
    await writing(target, makeFolders(beside));
    const result = await fill(beside);
    if (isThere) await rmdir(target);
    await writing(target, rename(beside, target));
    return result;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Whether the folder exists. If so, it must be empty. */
async function isEmptyFolder(target: string): Promise<boolean> {
  const files = await readdir(target).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new AssayError('usage', `${readablePath(target)} is no folder that can be written to`, { cause });
  });
  if (files === undefined || files.length === 0) return files !== undefined;
  const fix = 'name one that does not exist yet, or remove it first';
  throw new AssayError('usage', `the folder ${readablePath(target)} is not empty; ${fix}`);
}
