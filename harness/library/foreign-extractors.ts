import { configuredChoices, entryOf } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { isKnownExtractor } from '../extract/resolve.ts';
import { readDescription } from '../store/read-run.ts';
import { shellText } from '../util/command-words.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import type { RunSettings } from './settings.ts';

/**
 * Refuses a run that is to go on with an extractor that nothing but its folder names: the folder may be somebody else's,
 * and a module or command of it would run before anybody could compare it. What may run is what the settings or the
 * configuration name, and the extractors that Assay knows; recorded output only is read.
 *
 * @throws AssayError `usage` with the settings to give; `bad-input` if there is no run in the folder.
 */
export async function refuseForeignExtractors(
  folder: string,
  { extractors }: Pick<RunSettings, 'extractors'>,
  loaded: LoadedConfig,
): Promise<void> {
  if (extractors !== undefined) return;
  const { extractors: described } = await readDescription(folder);
  const configured = configuredChoices(loaded, 'extractor') ?? [];
  const foreign = described.filter(({ name, source }) => {
    if (entryOf(loaded.config.extractors, name) !== undefined || isKnownExtractor(source)) return false;
    return !configured.some((choice) => choice.value === source && choice.folder === process.cwd());
  });
  if (foreign.length === 0) return;
  const path = readablePath(folder);
  const names = foreign.map(({ source }) => JSON.stringify(source)).join(', ');
  const why = 'what only a run folder names is not run';
  const given = described.flatMap(({ name, source }) => [
    '--extractor',
    entryOf(loaded.config.extractors, name) === undefined ? source : name,
  ]);
  const fix = `if the run is yours, name its extractors: assay run --resume ${shellText([path, ...given])}`;
  throw new AssayError('usage', `${path} names ${names}, and nothing else does; ${why}; ${fix}`);
}
