import { resolve } from 'node:path';
import type { ExtractorEntry } from '../model/config.ts';
import type { KeptDescriptions } from './cache/kept-descriptions.ts';
import { commandText } from '../util/command-words.ts';
import { loadCommandExtractor } from './drivers/command.ts';
import { loadHttpExtractor } from './drivers/http.ts';
import { loadModuleExtractor } from './drivers/module.ts';
import type { Extractor } from './extractor.ts';

/** What loading an extractor may go by, wherever it comes from. */
export interface LoadOptions {
  /** What modules said of themselves in earlier runs; absent: they are loaded to see it. */
  readonly descriptions?: KeptDescriptions | undefined;
  /** Folders that extractors are not to see: gold, cache, runs. Default: none. */
  readonly hides?: readonly string[] | undefined;
  /** Called where nobody names an extractor, with what is missing for one that is left out, and how to install it. */
  readonly onLeftOut?: ((problem: string) => void) | undefined;
}

/**
 * The extractor that an entry with settings describes; paths in it are relative to `folder`.
 *
 * @throws AssayError `usage` where it cannot be had.
 */
export function loadEntry(
  entry: ExtractorEntry,
  folder: string,
  { descriptions, hides }: LoadOptions = {},
): Promise<Extractor> {
  if ('command' in entry) {
    const { command, protocol = 'stdio', cwd = '.' } = entry;
    const source = `${protocol === 'stdio' ? 'cmd' : protocol}:${commandText(command)}`;
    return loadCommandExtractor({ ...entry, cwd: resolve(folder, cwd) }, { folder, source, hides });
  }
  if ('http' in entry) return loadHttpExtractor(entry, { folder, source: entry.http });
  const { module, reads = [], ...options } = entry;
  const path = module.startsWith('file:') ? module : resolve(folder, module);
  return loadModuleExtractor(path, {
    source: module,
    ...options,
    reads: reads.map((read) => resolve(folder, read)),
    descriptions,
    hides,
  });
}
