import { availableParallelism } from 'node:os';
import type { CatalogEntry } from '../extract/catalog/catalog-entry.ts';
import { KNOWN_EXTRACTORS, OWN_EXTRACTORS } from '../extract/catalog/register.ts';
import type { Extractor } from '../extract/extractor.ts';
import { loadEntry } from '../extract/load-entry.ts';
import type { LoadOptions } from '../extract/load-entry.ts';
import { ownExtractors, refuseUnknownExtractor, resolveExtractor } from '../extract/resolve.ts';
import type { ExtractorEntry, NamedModule } from '../model/config.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { Media } from '../model/page.ts';
import { commandText } from '../util/command-words.ts';
import { defined } from '../util/defined.ts';
import { AssayError } from '../util/error.ts';
import { mapInTurn } from '../util/map-in-turn.ts';
import { formatPath } from '../util/shape.ts';
import type { ValuePath } from '../util/shape.ts';
import { atPlace, choicesOf, configuredChoices, entryOf } from './choice.ts';
import type { Choice } from './choice.ts';
import { hiddenFolders } from './hidden-folders.ts';
import { checkSettings } from './load-config.ts';
import type { LoadedConfig } from './load-config.ts';

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

/**
 * Refuses what is chosen and names no extractor, before corpora are opened, which takes longer.
 *
 * @throws AssayError `usage` for the first, with its place in the configuration
 */
export async function refuseUnknownExtractors(
  loaded: LoadedConfig,
  chosen: readonly (string | NamedModule)[] | undefined,
): Promise<void> {
  const otherNames = Object.keys(loaded.config.extractors ?? {});
  const choices = chosen === undefined ? defaults(loaded) : choicesOf(chosen);
  for (const { value, folder, place } of choices ?? []) {
    if (typeof value !== 'string' || otherNames.includes(value)) continue;
    await atPlace(place, () => refuseUnknownExtractor(value, { folder, otherNames }));
  }
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
  { name, module, ...given }: NamedModule,
  folder: string,
  options: LoadOptions,
): Promise<Extractor> {
  const { moduleEntry } = await import('../model/config.ts');
  const what = name ?? String(module);
  const place = (path: ValuePath): string => [what, formatPath(path)].filter(Boolean).join(': ');
  const entry = checkSettings(moduleEntry, { ...given, module: String(module) }, what, place);
  const extractor = await loadEntry(entry, folder, options);
  return name === undefined ? extractor : { ...extractor, name };
}

/** An extractor that can be named, and whether it runs here. */
export interface ListedExtractor {
  readonly name: string;
  /** Where it is known from. */
  readonly from: 'configuration' | 'assay';
  /** One line: of a known one what it is, of a configured one what it names. */
  readonly description: string;
  /** What the catalogue says of a known one. */
  readonly about?: Pick<CatalogEntry, 'licence' | 'homepage' | 'returns' | 'cannot'>;
  readonly state:
    | {
        readonly runs: true;
        readonly version: string;
        readonly driver: string;
        readonly accepts: readonly Media[];
        readonly network: NetworkAccess;
      }
    /** What is missing, and how to have it. */
    | { readonly runs: false; readonly problem: string };
}

/**
 * Every extractor of the configuration, then every known one that it does not rename; each is tried, which starts it.
 *
 * @param isAsked whether one is to be tried and listed. Default: all.
 */
export function listExtractors(
  loaded: LoadedConfig,
  isAsked: (name: string) => boolean = () => true,
): Promise<ListedExtractor[]> {
  const own = Object.keys(loaded.config.extractors ?? {});
  const configured = own.map((name): Named => {
    return { name, from: 'configuration', description: describeEntry(loaded, name) };
  });
  const known = KNOWN_EXTRACTORS.filter(({ name }) => !own.includes(name)).map((each): Named => {
    const { name, description, licence, homepage, returns, cannot } = each;
    return {
      name,
      from: 'assay',
      description,
      about: { licence, returns, ...defined({ homepage, cannot }) },
    };
  });
  const asked = [...configured, ...known].filter(({ name }) => isAsked(name));
  return mapInTurn(asked, availableParallelism(), async (each) => {
    return { ...each, state: await tryOut(loaded, each.name) };
  });
}

type Named = Omit<ListedExtractor, 'state'>;

function describeEntry({ config }: LoadedConfig, name: string): string {
  const entry = entryOf(config.extractors, name) ?? '';
  if (typeof entry === 'string') return entry;
  if ('http' in entry) return entry.http;
  if ('module' in entry) return `${entry.module} with settings`;
  return commandText(entry.command);
}

async function tryOut(loaded: LoadedConfig, name: string): Promise<ListedExtractor['state']> {
  try {
    const [extractor] = await openExtractors(loaded, [name], { hides: hiddenFolders(loaded) });
    const { version, driver, accepts, network } = extractor!;
    return { runs: true, version, driver, accepts, network };
  } catch (error) {
    if (error instanceof AssayError) return { runs: false, problem: error.message };
    throw error;
  }
}
