import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../../model/extraction.ts';
import type { Extractor } from '../extractor.ts';
import { makeFolders } from '../../util/make-folders.ts';
import { sha256 } from '../../util/sha256.ts';
import type { TouchedFiles } from '../../process/touched-files.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { isUnchanged, listFiles } from './file-list.ts';
import type { FileList } from './file-list.ts';
import type { FileStates } from './file-states.ts';

/** The only outcome that is kept: a failure may be the machine's, and whoever runs again wants to see it again. */
export type KeptOutcome = Extract<Outcome, { readonly status: 'extracted' }>;

/** What stands in the file of a list. */
export interface StoredList {
  /** Name of the extractor, for people. */
  readonly extractor: string;
  readonly files: FileList;
}

interface ValidList {
  readonly name: string;
  readonly files: FileList;
}

/**
 * The answers of one extractor in the cache. Its folder holds lists of files, `<digest>.json`, and beside each a folder
 * `<digest>/` with the answers that depend on these, one file a page. A list is valid while what is at every path is
 * what was there then.
 */
export class KeptAnswers {
  readonly #folder: string;
  readonly #extractor: Extractor;
  readonly #states: FileStates;
  /** Where answers wait until the session has ended: no list names them before `commit`. */
  readonly #waiting: string;
  #areWaiting = false;
  #valid: Promise<readonly ValidList[]> | undefined;

  constructor(folder: string, extractor: Extractor, states: FileStates) {
    this.#folder = folder;
    this.#extractor = extractor;
    this.#states = states;
    this.#waiting = join(folder, sha256(randomUUID()));
  }

  /**
   * The answer to the page of a `pageKey`, if there is one for the files as they are, which are looked at once; and
   * these files, the same object for all answers that depend on them.
   */
  async find(key: string): Promise<{ outcome: KeptOutcome; files: FileList } | undefined> {
    this.#valid ??= this.#findValid();
    for (const { name, files } of await this.#valid) {
      const outcome = await readChecked<KeptOutcome>(join(this.#folder, name, `${key}.json`));
      if (outcome !== undefined) return { outcome, files };
    }
    return undefined;
  }

  /** Keeps the answer to the page of a `pageKey`, to be found once `commit` has been called. */
  async keep(key: string, outcome: KeptOutcome): Promise<void> {
    this.#areWaiting = true;
    await writeChecked(join(this.#waiting, `${key}.json`), outcome);
  }

  /**
   * At the end, and only then: the answers count for the files that the session's processes touched, unless one of them
   * may have been something else when it was read; where no files are known, if the extractor is still what it was.
   */
  async commit(touched: TouchedFiles | undefined): Promise<void> {
    if (!this.#areWaiting) return;
    const files = touched === undefined ? await this.#noFiles() : await listFiles(touched, this.#states);
    if (files !== undefined) await this.#name(files);
    await rm(this.#waiting, { recursive: true, force: true }).catch(() => {});
  }

  async #noFiles(): Promise<FileList | undefined> {
    const { dependence } = this.#extractor;
    // What cannot be told any more has changed.
    return (await dependence?.isUnchanged?.().catch(() => false)) === true ? [] : undefined;
  }

  /** Moves what waits to the other answers that depend on these files, which a run beside this one may be doing too. */
  async #name(files: FileList): Promise<void> {
    const name = sha256(JSON.stringify(files));
    const folder = join(this.#folder, name);
    const list: StoredList = { extractor: this.#extractor.name, files };
    try {
      await makeFolders(folder);
      for (const file of await readdir(this.#waiting)) {
        await rename(join(this.#waiting, file), join(folder, file));
      }
      await writeChecked(`${folder}.json`, list);
    } catch {
      // A cache that cannot be written keeps nothing.
    }
  }

  async #findValid(): Promise<ValidList[]> {
    const entries = await readdir(this.#folder).catch(() => []);
    const valid: ValidList[] = [];
    for (const entry of entries.filter((each) => each.endsWith('.json')).toSorted()) {
      const list = await readChecked<StoredList>(join(this.#folder, entry));
      if (list === undefined || !(await isUnchanged(list.files, this.#states))) continue;
      valid.push({ name: entry.slice(0, -'.json'.length), files: list.files });
    }
    return valid;
  }
}
