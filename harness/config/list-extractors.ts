import { availableParallelism } from 'node:os';
import { defined } from '../util/defined.ts';
import type { CatalogEntry } from '../extract/catalog/catalog-entry.ts';
import { KNOWN_EXTRACTORS } from '../extract/catalog/register.ts';
import { commandText } from '../util/command-words.ts';
import { AssayError } from '../util/error.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { Media } from '../model/page.ts';
import { entryOf } from './choice.ts';
import type { LoadedConfig } from './load-config.ts';
import { mapInTurn } from '../util/map-in-turn.ts';
import { openExtractors } from './open-extractors.ts';

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
    const [extractor] = await openExtractors(loaded, [name]);
    const { version, driver, accepts, network } = extractor!;
    return { runs: true, version, driver, accepts, network };
  } catch (error) {
    if (error instanceof AssayError) return { runs: false, problem: error.message };
    throw error;
  }
}
