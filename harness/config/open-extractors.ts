import { OWN_EXTRACTORS } from '../extract/catalog/register.ts';
import type { Extractor } from '../extract/extractor.ts';
import { loadEntry } from '../extract/load-entry.ts';
import type { LoadOptions } from '../extract/load-entry.ts';
import { ownExtractors, resolveExtractor } from '../extract/resolve.ts';
import type { ExtractorEntry, NamedModule } from '../model/config.ts';
import { atPlace, choicesOf, configuredChoices, entryOf } from './choice.ts';
import type { Choice } from './choice.ts';
import { formatPath, refuseFaults } from './config-faults.ts';
import { ConfigReading } from './config-reading.ts';
import type { LoadedConfig } from './load-config.ts';
import { readExtractor } from './read-extractor.ts';

/**
 * The extractors to run: those chosen, else those of `run.extractor`, else all of the configuration with the
 * baselines, else all that come with Assay. A name of the configuration goes before a known one.
 *
 * @throws AssayError for the first that cannot be had, with its place in the configuration.
 */
export async function openExtractors(
  loaded: LoadedConfig,
  chosen: readonly (string | NamedModule)[] | undefined,
  options: LoadOptions = {},
): Promise<Extractor[]> {
  const choices = chosen === undefined ? defaults(loaded) : choicesOf(chosen);
  if (choices === undefined) return ownExtractors(options);
  return Promise.all(choices.map((choice) => open(loaded, choice, options)));
}

function defaults(loaded: LoadedConfig): Choice<string>[] | undefined {
  const configured = configuredChoices(loaded, 'extractor');
  if (configured !== undefined) return configured;
  const own = Object.keys(loaded.config.extractors ?? {});
  if (own.length === 0) return undefined;
  const baselines = OWN_EXTRACTORS.filter((entry) => entry.baseline).map(({ name }) => name);
  return choicesOf([...new Set([...own, ...baselines])]);
}

async function open(
  loaded: LoadedConfig,
  { value, folder, place }: Choice<string | NamedModule>,
  options: LoadOptions,
): Promise<Extractor> {
  if (typeof value !== 'string') return openNamed(value, folder, options);
  const entry = entryOf(loaded.config.extractors, value);
  if (entry === undefined) {
    const otherNames = Object.keys(loaded.config.extractors ?? {});
    return atPlace(place, () => resolveExtractor(value, { ...options, folder, otherNames }));
  }
  const entryPlace = loaded.place(['extractors', value]);
  const extractor = await atPlace(entryPlace, () => openEntry(entry, loaded.folder, options));
  return { ...extractor, name: value };
}

function openEntry(entry: string | ExtractorEntry, folder: string, options: LoadOptions): Promise<Extractor> {
  if (typeof entry !== 'string') return loadEntry(entry, folder, options);
  return resolveExtractor(entry, { ...options, folder });
}

async function openNamed(
  { name, ...given }: NamedModule,
  folder: string,
  options: LoadOptions,
): Promise<Extractor> {
  const reading = new ConfigReading();
  const entry = readExtractor(reading, { path: [], value: { ...given, module: String(given.module) } });
  const what = name ?? String(given.module);
  refuseFaults(reading.faults, what, (path) => [what, formatPath(path)].filter(Boolean).join(': '));
  const extractor = await openEntry(entry ?? what, folder, options);
  return name === undefined ? extractor : { ...extractor, name };
}
