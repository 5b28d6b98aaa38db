import { join } from 'node:path';
import type { ModuleCall } from '../drivers/module-process.ts';
import type { ModuleDescription } from '../drivers/module-protocol.ts';
import { sha256 } from '../../util/sha256.ts';
import type { TouchedFiles } from '../../process/touched-files.ts';
import type { CacheConditions } from './cache-key.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { isUnchanged, listFiles } from './file-list.ts';
import type { FileList } from './file-list.ts';
import type { FileStates } from './file-states.ts';

/** What stands in the file of a module. */
interface StoredDescription {
  readonly files: FileList;
  readonly about: ModuleDescription;
}

/**
 * What modules said of themselves when they were loaded, so that one whose answers are all known need not be loaded
 * again. It counts while every file that loading it touched is what it was; one file a module, of its latest state.
 */
export class KeptDescriptions {
  readonly #folder: string;
  readonly #conditions: CacheConditions;
  readonly #states: FileStates;

  constructor(folder: string, conditions: CacheConditions, states: FileStates) {
    this.#folder = folder;
    this.#conditions = conditions;
    this.#states = states;
  }

  async find(call: ModuleCall): Promise<ModuleDescription | undefined> {
    const stored = await readChecked<StoredDescription>(this.#fileOf(call));
    return stored !== undefined && (await isUnchanged(stored.files, this.#states)) ? stored.about : undefined;
  }

  /** Keeps a description, unless one of the files may have been something else when it was read. */
  async keep(call: ModuleCall, about: ModuleDescription, touched: TouchedFiles): Promise<void> {
    const files = await listFiles(touched, this.#states);
    if (files === undefined) return;
    const stored: StoredDescription = { files, about };
    await writeChecked(this.#fileOf(call), stored);
  }

  #fileOf({ url, variables, allowNetwork, memoryMb }: ModuleCall): string {
    const machine = [
      this.#conditions.node,
      process.platform,
      process.arch,
      process.env['NODE_OPTIONS'] ?? '',
    ];
    const call = [url, variables, allowNetwork, memoryMb];
    const key = ['assay/description@1', this.#conditions.assayVersion, machine, ...call];
    return join(this.#folder, `${sha256(JSON.stringify(key))}.json`);
  }
}
