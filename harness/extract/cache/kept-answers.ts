import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import type { Extractor } from '../extractor.ts';
import type { TouchedFiles } from '../touched-files.ts';
import { digest, pageKey } from './cache-key.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { ABSENT, hasChangedSince } from './file-states.ts';
import type { FileState, FileStates } from './file-states.ts';

/** Every file that answers depend on, with what was there; sorted by path. */
export type FileList = readonly (readonly [path: string, state: FileState])[];

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
  /** Where answers wait whose extractor has to be looked at again: no list names them before `commit`. */
  readonly #waiting = digest(randomUUID());
  #areWaiting = false;
  #valid: Promise<readonly ValidList[]> | undefined;
  readonly #written = new Set<string>();

  constructor(folder: string, extractor: Extractor, states: FileStates) {
    this.#folder = folder;
    this.#extractor = extractor;
    this.#states = states;
  }

  /** The answer to the page, if there is one for the files as they are, which are looked at once; and these files. */
  async find(page: Page): Promise<{ outcome: KeptOutcome; files: FileList } | undefined> {
    this.#valid ??= this.#findValid();
    const key = pageKey(page);
    for (const { name, files } of await this.#valid) {
      const outcome = await readChecked(join(this.#folder, name, `${key}.json`));
      if (outcome === undefined) continue;
      // oxlint-disable-next-line no-unsafe-type-assertion -- its digest says that we wrote it
      return { outcome: outcome as KeptOutcome, files };
    }
    return undefined;
  }

  /** Keeps an answer, unless one of the files may have been something else when it was read. */
  async keep(page: Page, outcome: KeptOutcome, touched: TouchedFiles | undefined): Promise<void> {
    if (touched === undefined) {
      this.#areWaiting = true;
      await this.#write(this.#waiting, page, outcome);
      return;
    }
    const files = listFiles(touched, this.#states);
    if (files === undefined) return;
    const name = digest(JSON.stringify(files));
    await this.#write(name, page, outcome);
    if (!this.#written.has(name)) await this.#writeList(name, files);
    this.#written.add(name);
  }

  /** At the end, and only then: where no files are known, answers count if the extractor is still what it was. */
  async commit(): Promise<void> {
    const { dependence } = this.#extractor;
    if (!this.#areWaiting || dependence?.isUnchanged === undefined) return;
    // What cannot be told any more has changed.
    if (await dependence.isUnchanged().catch(() => false)) await this.#writeList(this.#waiting, []);
  }

  async #write(name: string, page: Page, outcome: KeptOutcome): Promise<void> {
    await writeChecked(join(this.#folder, name, `${pageKey(page)}.json`), outcome);
  }

  async #writeList(name: string, files: FileList): Promise<void> {
    const list: StoredList = { extractor: this.#extractor.name, files };
    await writeChecked(join(this.#folder, `${name}.json`), list);
  }

  async #findValid(): Promise<ValidList[]> {
    const entries = await readdir(this.#folder).catch(() => []);
    const valid: ValidList[] = [];
    for (const entry of entries.filter((each) => each.endsWith('.json')).toSorted()) {
      // oxlint-disable-next-line no-unsafe-type-assertion -- its digest says that we wrote it
      const list = (await readChecked(join(this.#folder, entry))) as StoredList | undefined;
      const isValid = list?.files.every(([path, state]) => this.#states.stateOf(path) === state) ?? false;
      if (isValid) valid.push({ name: entry.slice(0, -'.json'.length), files: list!.files });
    }
    return valid;
  }
}

/** What is at every path now; undefined where that may not be what the processes found. */
export function listFiles(touched: TouchedFiles, states: FileStates): FileList | undefined {
  const paths = [...new Set([...touched.loaded, ...touched.looked])].toSorted();
  const files = paths.map((path) => [path, states.stateOf(path)] as const);
  const isDoubtful = files.some(
    ([path, state]) => (state === ABSENT && touched.loaded.has(path)) || hasChangedSince(path, touched.since),
  );
  return isDoubtful ? undefined : files;
}
