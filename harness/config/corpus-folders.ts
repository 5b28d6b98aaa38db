import { resolve } from 'node:path';
import { builtInCorpus, namesDataset } from '../corpus/open.ts';
import { readablePath } from '../util/readable-path.ts';
import { entryOf } from './choice.ts';
import type { LoadedConfig } from './load-config.ts';
import { BUILT_IN } from './read-config.ts';

/**
 * The folders of corpora in Assay's own format, for those who write in them: those chosen by name or path, else all
 * of the configuration (public datasets are nobody's to write in), else the built-in one.
 */
export function corpusFolders(loaded: LoadedConfig, chosen: readonly string[] | undefined): string[] {
  const corpora = loaded.config.corpora ?? {};
  const own = Object.keys(corpora).filter((name) => !namesDataset(corpora[name] ?? ''));
  return (chosen ?? (own.length === 0 ? [BUILT_IN] : own)).map((name) => folderOf(loaded, name));
}

function folderOf({ config, folder }: LoadedConfig, name: string): string {
  if (name === BUILT_IN) return builtInCorpus();
  const entry = entryOf(config.corpora, name);
  return entry === undefined || namesDataset(entry) ? (entry ?? name) : readablePath(resolve(folder, entry));
}
