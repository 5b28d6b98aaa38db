import { join, relative, resolve } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import { ABSENT, hasChangedSince } from '../extract/cache/file-states.ts';
import type { FileStates } from '../extract/cache/file-states.ts';
import type { TouchedFiles } from '../process/touched-files.ts';
import { parseFile } from '../store/check-file.ts';
import { readFolderFile } from '../store/read-file.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { toJson } from '../util/json.ts';
import { writeWhole } from '../util/write-whole.ts';

/** What the processes of extractors loaded, so that `--resume` notices what has changed since. */
const LOADED = 'loaded.json';
const SCHEMA = 'assay/loaded@1';

/** It was changed after the process had loaded it: nobody knows with which of its states the pages were answered. */
const CHANGED_MEANWHILE = 'changed while the run was going on';

/** SHA-256 of each file by its path from the run folder, by extractor. */
type Loaded = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Keeps `loaded.json` of a run. */
export class LoadedFiles {
  readonly #folder: string;
  readonly #states: FileStates;
  #loaded: Loaded;
  readonly #noted = new Map<TouchedFiles, number>();
  #last: Promise<void> = Promise.resolve();

  private constructor(folder: string, states: FileStates, loaded: Loaded) {
    this.#folder = folder;
    this.#states = states;
    this.#loaded = loaded;
  }

  /** With what the folder holds already. */
  static async open(folder: string, states: FileStates): Promise<LoadedFiles> {
    return new LoadedFiles(folder, states, await readLoaded(folder));
  }

  /**
   * Called before a page of the extractor goes into the journal; writes only where there is something new. May be called
   * again before earlier calls are done: they write one after the other.
   */
  note(extractor: string, touched: TouchedFiles): Promise<void> {
    this.#last = this.#last.then(() => this.#write(extractor, touched));
    return this.#last;
  }

  async #write(extractor: string, touched: TouchedFiles): Promise<void> {
    const count = touched.loaded.size + touched.looked.size;
    if (this.#noted.get(touched) === count) return;
    this.#noted.set(touched, count);
    const files: [path: string, state: string][] = [];
    for (const path of [...touched.loaded, ...touched.looked]) {
      const state = await this.#stateOf(path, touched);
      if (state !== undefined) files.push([relative(this.#folder, path).replaceAll('\\', '/'), state]);
    }
    const all = { ...this.#loaded[extractor], ...Object.fromEntries(files) };
    const sorted = Object.entries(all).toSorted(([a], [b]) => compareCodeUnits(a, b));
    this.#loaded = { ...this.#loaded, [extractor]: Object.fromEntries(sorted) };
    await writeWhole(join(this.#folder, LOADED), toJson({ schema: SCHEMA, extractors: this.#loaded }));
  }

  /** Of what was only opened, as it was left: an extractor may write files of its own. */
  async #stateOf(path: string, { loaded, since }: TouchedFiles): Promise<string | undefined> {
    const state = await this.#states.stateOf(path);
    if (!/^[\da-f]{64}$/.test(state)) return undefined;
    if (!hasChangedSince(path, since)) return state;
    return loaded.has(path) ? CHANGED_MEANWHILE : undefined;
  }
}

/** Most files that are named for one extractor. */
const MOST_NAMED = 3;

/**
 * The extractors of a run of which a file that they loaded has changed, one phrase each; files that are not there any
 * more, as on another machine, are not compared.
 */
export async function changedFiles(folder: string, states: FileStates): Promise<string[]> {
  const loaded = await readLoaded(folder);
  const phrases: string[] = [];
  for (const [extractor, files] of Object.entries(loaded)) {
    const changed: string[] = [];
    for (const [path, before] of Object.entries(files)) {
      const state = await states.stateOf(resolve(folder, path));
      if (state !== before && state !== ABSENT) changed.push(path);
    }
    if (changed.length === 0) continue;
    const rest = changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more` : '';
    const named = changed.slice(0, MOST_NAMED).map((path) => readablePath(resolve(folder, path)));
    phrases.push(`the extractor ${extractor} has changed (${named.join(', ')}${rest})`);
  }
  return phrases;
}

async function readLoaded(folder: string): Promise<Loaded> {
  const path = join(folder, LOADED);
  const source = await readFolderFile(folder, LOADED);
  if (source === undefined) return {};
  const { loadedFiles } = await import('../store/formats.ts');
  const fix = 'remove it to go on without a look at whether the files of the extractors have changed';
  return parseFile({ path, source }, SCHEMA, loadedFiles, fix).extractors;
}
