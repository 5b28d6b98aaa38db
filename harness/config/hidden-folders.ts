import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CACHE_FOLDER } from '../extract/cache/cache.ts';
import { DEFAULT_PARENT } from '../store/run-folder.ts';
import type { LoadedConfig } from './load-config.ts';
import type { NamedCorpus } from './open-corpora.ts';

/**
 * What extractors are not to see, whatever they are run for: the cache, the runs of the working directory, and the corpora with
 * their gold, wherever they lie. Absolute paths; those of cache and runs need not be there yet.
 *
 * @param corpora default: all of the configuration, and `./corpus`
 */
export function hiddenFolders(
  { folder, config }: LoadedConfig,
  corpora: readonly HiddenCorpus[] = ownCorpora(config),
): string[] {
  return [
    resolve(CACHE_FOLDER),
    resolve(DEFAULT_PARENT),
    ...corpora.flatMap((named) => foldersOf(named, folder)),
  ];
}

/** A corpus, opened or only named. */
type HiddenCorpus = Pick<NamedCorpus, 'source'> & Partial<NamedCorpus>;

function ownCorpora({ corpora = {} }: LoadedConfig['config']): HiddenCorpus[] {
  return [...Object.values(corpora), './corpus'].map((source) => ({ source }));
}

/** Of a dataset the path behind its name, `aeb:PATH` or `wcxb:PATH#dev`; of a file the folder that it is in. */
function foldersOf({ corpus, source }: HiddenCorpus, folder: string): string[] {
  const [, path] = /^(?:[\w-]+:)?([^#]+)/.exec(source) ?? [];
  const places = corpus?.folder === undefined ? [source, path ?? source] : [corpus.folder];
  return [...new Set(places.flatMap((place) => [resolve(folder, place), resolve(place)]))].flatMap(
    (place) => {
      const stats = statSync(place, { throwIfNoEntry: false });
      return stats === undefined ? [] : [stats.isDirectory() ? place : dirname(place)];
    },
  );
}
