import { realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { AssayError, errorCode } from '../../util/error.ts';
import { isRecord } from '../../util/is-record.ts';
import { isFile, isFolder, pathExists } from '../../util/path-exists.ts';
import { unreadableFile } from '../../util/read-input.ts';
import { JsonLines } from '../../util/json-lines.ts';
import { refuseSpecialSync } from '../../util/special-file.ts';
import { digestBytes, readAtMost } from '../../util/read-at-most.ts';
import type { BoundedFile } from '../../util/read-at-most.ts';
import { MOST_LABEL_BYTES, MOST_PAGE_BYTES } from '../../model/limits.ts';
import { pageBytes, unpackPage, unzip } from '../page-bytes.ts';
import type { PageBytes, Unpack } from '../page-bytes.ts';
import { unpackLz4 } from './lz4.ts';

/** Where links lead; of what is not there the path below the real path of its folder. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

/** A path of a dataset, and the part of it that stands behind `#`. */
interface DatasetPart {
  readonly path: string;
  /** Absent where the whole dataset is meant. */
  readonly part?: string;
}

/**
 * Splits `PATH#part`. A path on this disk may itself hold `#`, so that a `#` names a part only behind the last path that
 * exists; where none does, the last `#` in the last segment does.
 */
export async function splitPart(specification: string): Promise<DatasetPart> {
  const segment = Math.max(specification.lastIndexOf('/'), specification.lastIndexOf('\\')) + 1;
  const splits = [...specification.matchAll(/#/g)]
    .filter(({ index }) => index >= segment)
    .map(({ index }) => ({ path: specification.slice(0, index), part: specification.slice(index + 1) }))
    .toReversed();
  for (const split of [{ path: specification }, ...splits]) {
    if (await pathExists(split.path)) return split;
  }
  return splits[0] ?? { path: specification };
}

/** The files of a folder that have an ending, without it, sorted; none where there is no such folder. */
export async function namesIn(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(folder).catch((cause: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return [];
    throw unreadableFile(folder, cause);
  });
  return entries
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
}

/** A public dataset on disk, read file by file; whatever is missing or broken is one clear message. */
export class DatasetFolder {
  readonly #directory: string;
  readonly #usage: string;

  /** @param usage what the source takes, for messages: `aeb:PATH takes a clone of …, with …` */
  constructor(directory: string, usage: string) {
    this.#directory = directory;
    this.#usage = usage;
  }

  /** @throws AssayError `bad-input` if there is no such file, or it is longer than a file of labels may be. */
  async read(...path: readonly string[]): Promise<Buffer> {
    const { bytes, size } = await this.#read(path, MOST_LABEL_BYTES);
    if (size === bytes.length) return bytes;
    const file = join(this.#directory, ...path);
    throw new AssayError(
      'bad-input',
      `${file} has ${size} bytes; at most ${MOST_LABEL_BYTES} are read; get the file again, or take pages out of it`,
    );
  }

  /** What stands for a page in the digest of the corpus: its file, packed or not. */
  async digestBytes(...path: readonly string[]): Promise<Buffer> {
    return digestBytes(await this.#read(path, MOST_PAGE_BYTES));
  }

  /** @throws AssayError `bad-input` if there is no such file. */
  async readPage(...path: readonly string[]): Promise<PageBytes> {
    return pageBytes(await this.#read(path, MOST_PAGE_BYTES));
  }

  async #read(path: readonly string[], most: number): Promise<BoundedFile> {
    const file = join(this.#directory, ...path);
    this.#refuseOutside(file);
    try {
      return readAtMost(file, most);
    } catch (cause) {
      if (cause instanceof AssayError) throw cause;
      if (await pathExists(file)) throw unreadableFile(file, cause);
      throw new AssayError('bad-input', `${await this.#whatIsMissing(file)}; ${this.#usage}`, { cause });
    }
  }

  /** Identifiers become paths, and a dataset of somebody else may hold links: neither leads out of its folder. */
  #refuseOutside(file: string): void {
    const root = realPath(this.#directory);
    const outside = [resolve(file), realPath(file)].find(
      (path, index) => !path.startsWith(`${index === 0 ? resolve(this.#directory) : root}${sep}`),
    );
    if (outside === undefined) return;
    const fix = 'get the dataset again, with its files themselves in it';
    throw new AssayError(
      'bad-input',
      `${file} leads out of ${this.#directory}; expected a file in it; ${fix}`,
    );
  }

  /**
   * A file with a line a page.
   *
   * @throws AssayError `bad-input` if it leads out of the folder, or is a named pipe, a socket or a device.
   */
  lines(...path: readonly string[]): JsonLines {
    const file = join(this.#directory, ...path);
    this.#refuseOutside(file);
    refuseSpecialSync(file);
    return new JsonLines(file, this.#usage);
  }

  /** The path of a file in it, whether it is there or not. */
  pathOf(...path: readonly string[]): string {
    return join(this.#directory, ...path);
  }

  /** Whether there is such a file. */
  async has(...path: readonly string[]): Promise<boolean> {
    return isFile(join(this.#directory, ...path));
  }

  /** @throws AssayError `bad-input` if there is no such file, or it is not gzip. */
  async readGzip(...path: readonly string[]): Promise<PageBytes> {
    return this.#unpack(unzip, path);
  }

  /** @throws AssayError `bad-input` if there is no such file, or it is not an LZ4 frame. */
  async readLz4(...path: readonly string[]): Promise<PageBytes> {
    return this.#unpack(unpackLz4, path);
  }

  /**
   * A JSON file that holds a map.
   *
   * @throws AssayError `bad-input` if there is no such file, or it holds something else.
   */
  async readMap(...path: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    return this.parseMap(await this.read(...path), ...path);
  }

  /**
   * The same of bytes that were read from there.
   *
   * @throws AssayError `bad-input` if they hold something else.
   */
  parseMap(bytes: Buffer, ...path: readonly string[]): ReadonlyMap<string, unknown> {
    const file = join(this.#directory, ...path);
    let parsed: unknown;
    try {
      parsed = JSON.parse(bytes.toString('utf8'));
    } catch (cause) {
      throw new AssayError('bad-input', `${file} is not JSON; get the file again`, { cause });
    }
    if (isRecord(parsed)) return new Map(Object.entries(parsed));
    throw new AssayError('bad-input', `${file} holds no map; ${this.#usage}`);
  }

  async #unpack(unpack: Unpack, path: readonly string[]): Promise<PageBytes> {
    const packed = await this.#read(path, MOST_PAGE_BYTES);
    if (packed.size > packed.bytes.length) return pageBytes(packed);
    try {
      return unpackPage(packed.bytes, unpack);
    } catch (cause) {
      const file = join(this.#directory, ...path);
      throw new AssayError('bad-input', `${file} cannot be decompressed; get the file again`, { cause });
    }
  }

  async #whatIsMissing(file: string): Promise<string> {
    if (await isFile(this.#directory)) return `${this.#directory} is a file`;
    return (await isFolder(this.#directory))
      ? `there is no ${file}`
      : `there is no folder ${this.#directory}`;
  }
}
