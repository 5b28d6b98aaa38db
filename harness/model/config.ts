import type { JsonObject } from './json.ts';
import type { Policy } from './policy.ts';
import type { BlockKind } from './vocabulary.ts';

/**
 * What `assay.config.ts` exports by default and `assay.config.yaml` holds: what an extractor's own repository
 * has beside what Assay brings. All paths are relative to the folder of the file.
 */
export interface AssayConfig {
  /**
   * Extractors by the name under which they run, whatever they call themselves. A text is what `--extractor`
   * takes: the path of a module, `recorded:PATH`, a known name. A name given here goes before a known one.
   */
  readonly extractors?: Readonly<Record<string, string | ModuleEntry>>;
  /** Corpora by the name that they have in tables: a folder, or a dataset, e.g. `aeb:PATH`. */
  readonly corpora?: Readonly<Record<string, string>>;
  /** Policies beside those of Assay, whose names are taken. */
  readonly policies?: Readonly<Record<string, PolicyEntry>>;
  /** What `assay run` does where its options do not say otherwise. */
  readonly run?: RunDefaults;
}

/** A module with options, so that one module can stand in a table under several names. */
export interface ModuleEntry {
  readonly module: string;
  /** Handed to `extract` beside every page; part of the extractor's fingerprint. Default: `{}`. */
  readonly options?: JsonObject;
}

/** A module that a program names, rather than a configuration. */
export interface NamedModule extends Omit<ModuleEntry, 'module'> {
  /** How the run calls it. Default: what its definition says. */
  readonly name?: string;
  /** A path from the working directory, or a file URL. */
  readonly module: string | URL;
}

/** A policy without its name. Body kinds that are not required are optional; boilerplate is always forbidden. */
export interface PolicyEntry {
  readonly required: readonly BlockKind[];
  /** Default: `forbidden`. */
  readonly comments?: Policy['comments'];
  /** One line for lists. Default: empty. */
  readonly description?: string;
}

/** Each is what the option of the same name takes. */
export interface RunDefaults {
  /** Names of `corpora`, `builtin`, paths. Default: all of `corpora`; the built-in corpus where there are none. */
  readonly corpus?: string | readonly string[];
  /**
   * Names of `extractors`, known names, paths. Default: all of `extractors` and the baselines; all known
   * extractors where there are none.
   */
  readonly extractor?: string | readonly string[];
  /** A name of `policies`, or of a policy of Assay. Default: `article`. */
  readonly policy?: string;
  /** Pages in work at the same time, at least 1. Default: the number of processors. */
  readonly workers?: number;
  /** Time limit of an extractor for one page, milliseconds. Default: 10 000. */
  readonly timeout?: number;
  /** Memory limit of an extractor's process and all that it starts, megabytes. Default: 2048. */
  readonly memory?: number;
}
