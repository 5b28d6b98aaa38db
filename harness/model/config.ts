import type { JsonObject } from '../util/json.ts';
import type { Media } from './page.ts';
import type { Policy } from './policy.ts';
import type { BlockKind } from './vocabulary.ts';

/**
 * What `assay.config.ts` exports by default and `assay.config.yaml` holds: what an extractor's own repository
 * has beside what Assay brings. All paths are relative to the folder of the file.
 */
export interface AssayConfig {
  /**
   * Extractors by the name under which they run, whatever they call themselves. A text is what `--extractor`
   * takes: the path of a module, `cmd:COMMAND`, `jsonl:COMMAND`, the URL of a service, `recorded:PATH`, a known name.
   * A name given here goes before a known one.
   */
  readonly extractors?: Readonly<Record<string, string | ExtractorEntry>>;
  /** Corpora by the name that they have in tables: a folder, or a dataset, e.g. `aeb:PATH`. */
  readonly corpora?: Readonly<Record<string, string>>;
  /** Policies beside those of Assay, whose names are taken. */
  readonly policies?: Readonly<Record<string, PolicyEntry>>;
  /** What `assay run` does where its options do not say otherwise. */
  readonly run?: RunDefaults;
}

/** An extractor with settings; which kind it is follows from its first key. */
export type ExtractorEntry = ModuleEntry | CommandEntry | HttpEntry;

/** A module with options, so that one module can stand in a table under several names. */
export interface ModuleEntry {
  readonly module: string;
  /** Handed to `extract` beside every page; part of the extractor's fingerprint. Default: `{}`. */
  readonly options?: JsonObject;
  /** Whether it has the network. Default: as its definition says. */
  readonly network?: boolean;
}

/** In which form an extractor gets a web page: decoded, or the bytes as they came. */
export type Wants = 'html' | 'bytes';

/** What every extractor that is no module may be told to be, in the place of what it cannot say itself. */
interface ForeignEntry {
  /** Default: `[html]`. With `[text]` it gets web pages flattened to text. */
  readonly accepts?: readonly Media[];
  /** What is measured, one line. Default: what a handshake states, else `unstated`. */
  readonly version?: string;
  /**
   * What its output depends on beside these settings, so that runs can tell one state of it from another: globs of
   * files, relative to `cwd`, or a command whose output stands for its state, e.g. `{ command: pip freeze }`.
   */
  readonly fingerprint?: readonly string[] | { readonly command: string | readonly string[] };
}

/** A command in any language. */
export interface CommandEntry extends ForeignEntry {
  /** A program and its arguments: in one text, read as a shell would, but without one; or a list of words. */
  readonly command: string | readonly string[];
  /**
   * `stdio` (default): one process a page, the page on its standard input, the extraction on its standard output.
   * `jsonl`: one process for page after page, one JSON object a line in each direction.
   */
  readonly protocol?: 'stdio' | 'jsonl';
  /** What a command of `stdio` prints. Default: `text`. */
  readonly output?: 'text' | 'html' | 'markdown';
  /** Default: `bytes` for `stdio`; what a handshake states, else `html`, for `jsonl`. */
  readonly wants?: Wants;
  /** Folder that it runs in. Default: that of the configuration. */
  readonly cwd?: string;
  /** Variables beside those of Assay's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it has the network. Default: false. */
  readonly network?: boolean;
  /** How long a process of `jsonl` may take to start, milliseconds. Default: 30 000. */
  readonly startTimeout?: number;
}

/** A service that takes pages as JSON by POST and answers as a command of `jsonl` does. */
export interface HttpEntry extends ForeignEntry {
  /** Its URL. */
  readonly http: string;
  /** Headers beside `Content-Type`. A value that is secret stands in a variable of the environment. */
  readonly headers?: Readonly<Record<string, string | SecretHeader>>;
  /** Default: `html`. */
  readonly wants?: Wants;
  /** Pages in work at the same time. Default: the number of workers. */
  readonly concurrency?: number;
  /** How often a request is repeated that the service did not get, or could not deal with. Default: 3. */
  readonly retries?: number;
}

/** The value of a header from a variable of the environment, never printed and never stored. */
export interface SecretHeader {
  /** The name of the variable. */
  readonly env: string;
  /** What stands before it, e.g. `Bearer `. */
  readonly prefix?: string;
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
   * Names of `extractors`, known names, paths. Default: all of `extractors` and the baselines; all that come with
   * Assay where there are none.
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
  /** Whether pages for which nothing has changed are answered from the cache. Default: true. */
  readonly cache?: boolean;
  /**
   * Names of reporters (`terminal`, `markdown`, `json`), or paths of modules whose default export is one. Default:
   * `terminal` and `markdown`; in a program `markdown`.
   */
  readonly reporter?: string | readonly string[];
}
