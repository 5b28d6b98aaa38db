import { z } from 'zod';
import { isRecord } from '../util/is-record.ts';
import type { JsonObject } from '../util/json.ts';
import { isPlain } from '../util/shape.ts';
import type { ReadonlyDeep } from '../util/shape.ts';
import { BUILT_IN } from './page.ts';
import { POLICIES } from './policy.ts';
import { BLOCK_KINDS } from './vocabulary.ts';
import type { BlockKind } from './vocabulary.ts';

/**
 * What a configuration holds, stated once: types are inferred from here, and configurations are checked against it. Each
 * part says what belongs there and how to write it, for messages. Whether the files that it names exist is seen when
 * they are used.
 */

/** What belongs in the place of a value, and how to write it. */
function says(expected: string, fix: string): { readonly error: string } {
  return { error: `${expected}; ${fix}` };
}

/** A text that is not blank. */
function text(expected: string, fix: string): z.ZodString {
  return z.string(says(expected, fix)).regex(/\S/, says(expected, fix));
}

/** A list that is not empty. */
function list<Item extends z.ZodType>(item: Item, expected: string, fix: string): z.ZodArray<Item> {
  return z.array(item, says(expected, fix)).min(1, says(expected, fix));
}

/** A whole number of at least 1. */
function count(fix: string): z.ZodInt {
  const expected = says('a whole number of at least 1', fix);
  return z.int(expected).min(1, expected);
}

/** A map with closed keys. */
function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const expected = `a map with the keys ${Object.keys(shape).join(', ')}; write key: value`;
  return z.strictObject(shape, { error: ({ code }) => (code === 'invalid_type' ? expected : undefined) });
}

/** What a name may be: it heads rows, stands in signatures and may become the name of a file. */
const name = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]{0,99}$/u,
    says('letters, digits and . _ - @ +, the first a letter or digit, at most 100', 'give it another name'),
  );

/** One name or several. */
function names(): z.ZodUnion<[z.ZodString, z.ZodArray<z.ZodString>]> {
  const expected = ['a name, or a list of names', 'write [name, …]'] as const;
  return z.union([text(...expected), list(text('a name', 'write a text'), ...expected)], says(...expected));
}

const network = z.boolean(says('true or false', 'write network: true')).exactOptional();

/** Far deeper than anybody writes: a map that holds itself ends here. */
const DEEPEST = 32;

/** What in a value is not JSON, with its place. */
function* notJson(value: unknown, path: readonly (string | number)[]): Generator<NotJson> {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (path.length > DEEPEST) yield { path, found: 'options in options without end' };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* notJson(item, [...path, index]);
  else if (isPlain(value))
    for (const [key, item] of Object.entries(value)) yield* notJson(item, [...path, key]);
  else if (isRecord(value)) yield { path, found: `an object of the class ${value.constructor.name}` };
  else yield { path };
}

interface NotJson {
  readonly path: readonly (string | number)[];
  readonly found?: string;
}

/** JSON, because options go to another process and into the fingerprint. */
const options = z
  .custom<JsonObject>(isPlain, says('a map of options', 'write name: value'))
  .superRefine((value, context) => {
    const fix =
      'write texts, numbers, true, false, null, lists and maps; the module makes what it needs of them';
    const message = `data that JSON can hold; ${fix}`;
    for (const { path, found } of notJson(value, [])) {
      context.addIssue({ code: 'custom', path: [...path], message, params: { found } });
    }
  });

/** Variables by name; under `passes` the names of variables of Assay's own environment. */
const env = z
  .record(
    z.string(),
    z.union([z.string(), z.array(z.string())], says('a text', 'quote it')),
    says('a map of variables', 'write NAME: value'),
  )
  .superRefine((variables, context) => {
    for (const [key, value] of Object.entries(variables)) {
      if (Array.isArray(value) === (key === 'passes')) continue;
      const message =
        key === 'passes'
          ? 'a list of names of variables; write passes: [NAME]'
          : 'a text; quote it, or write passes: [NAME] for a variable of your environment';
      context.addIssue({ code: 'custom', path: [key], message });
    }
  });

const reads = list(
  text('a folder', 'write ~/models with its whole path'),
  'a list of folders',
  'write [/home/me/models]',
).exactOptional();

export const moduleEntry = closed({
  module: text(
    'the path of a module under the key module (or a command, or http)',
    'write module: ./module.ts',
  ),
  /** Handed to `extract` beside every page; part of the extractor's fingerprint. Default: `{}`. */
  options: options.exactOptional(),
  /** Whether it has the network. Default: as its definition says. */
  network,
  /** Variables beside those that say where programs are, and `passes`: names of such that are passed on. */
  env: env.exactOptional(),
  /** Folders of the home directory that it may read, which is covered where the system permits it. */
  reads,
});

const WORDS = 'a program and its arguments, in one text or a list';

/** In one text, read as a shell would, but without one; or a list of words. */
const command = z.union(
  [
    text(WORDS, 'write program --option'),
    list(text('a text', 'quote it'), WORDS, 'write [program, --option]'),
  ],
  says(WORDS, 'write program --option'),
);

export const wants = z.enum(['html', 'bytes']);

const GLOBS = ['a glob of files, or a list of them', 'write [src/**]'] as const;

/** What an extractor that is no module may be said to be, in the place of what it cannot say itself. */
const foreign = {
  /** Default: `[html]`. With `[text]` it gets web pages flattened to text. */
  accepts: list(z.enum(['html', 'text']), 'a list of html and text', 'write [html]').exactOptional(),
  /** What is measured, one line. Default: what a handshake states, else `unstated`. */
  version: text('a version', 'quote it: version: "1.0"').exactOptional(),
  /**
   * What its output depends on beside these settings, so that runs can recognize a state of it: a glob of files or
   * several, relative to `cwd`, or a command whose output stands for its state, e.g. `{ command: pip freeze }`.
   */
  fingerprint: z
    .union(
      [text(...GLOBS), list(text('a text', 'quote it'), ...GLOBS), closed({ command })],
      says('a glob, a list of globs, or a command', 'write [src/**] or { command: pip freeze }'),
    )
    .exactOptional(),
};

const NO_OUTPUT = says('none with protocol jsonl, in which every answer names its fields', 'remove it');

const commandEntry = closed({
  command,
  /**
   * `stdio` (default): one process a page, the page on its standard input, the extraction on its standard output.
   * `jsonl`: one process for page after page, one JSON object a line in each direction.
   */
  protocol: z.enum(['stdio', 'jsonl']).exactOptional(),
  /** What a command of `stdio` prints. Default: `text`. */
  output: z.enum(['text', 'html', 'markdown']).exactOptional(),
  /** Folder that it runs in. Default: that of the configuration. */
  cwd: text('a folder', 'write ./folder').exactOptional(),
  /** Variables beside those that say where programs are, and `passes`: names of such that are passed on. */
  env: env.exactOptional(),
  /** Folders of the home directory that it may read, which is covered where the system permits it. */
  reads,
  /** Whether it has the network. Default: false. */
  network,
  /** How long a process of `jsonl` may take to start, milliseconds. Default: 30 000. */
  startTimeoutMs: count('write milliseconds, e.g. 60000').exactOptional(),
  ...foreign,
  /** Default: `bytes` for `stdio`; what a handshake states, else `html`, for `jsonl`. */
  wants: wants.exactOptional(),
}).refine(({ protocol, output }) => protocol !== 'jsonl' || output === undefined, {
  ...NO_OUTPUT,
  path: ['output'],
  when: ({ value }) => isRecord(value),
});

const secretHeader = closed({
  /** The name of the variable. */
  env: text('the name of a variable under the key env', 'write env: TOKEN'),
  /** What stands before it, e.g. `Bearer `. */
  prefix: text('a text', 'quote it, with the blank at its end').exactOptional(),
});

const httpEntry = closed({
  /** Its URL. */
  http: text('the URL of a service', 'write http: http://localhost:8000/'),
  /** Headers beside `Content-Type`. A value that is secret stands in a variable of the environment. */
  headers: z
    .record(
      z.string(),
      z.union([z.string(), secretHeader], says('a text, or { env: NAME }', 'quote it')),
      says('a map of headers', 'write name: value'),
    )
    .exactOptional(),
  /** Pages in work at the same time. Default: the number of workers. */
  concurrency: count('remove it for one a worker').exactOptional(),
  /** How often a request is repeated that the service did not get, or could not deal with. Default: 3. */
  retries: z
    .int(says('a whole number of at least 0', 'write 0 to send every request once'))
    .min(0, says('a whole number of at least 0', 'write 0 to send every request once'))
    .exactOptional(),
  ...foreign,
  /** Default: `html`. */
  wants: wants.exactOptional(),
});

const ENTRY = [
  'what --extractor takes, or a map with one of the keys module, command and http',
  'write ./module.ts, or { module: ./module.ts, options: { … } }',
] as const;

const policyEntry = closed({
  required: list(
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a constant
    z.enum(Object.keys(BLOCK_KINDS) as BlockKind[]),
    'a list of kinds of blocks under the key required',
    'write [p, h2, …]',
  ),
  /** Default: `forbidden`. */
  comments: z.enum(['required', 'forbidden']).exactOptional(),
  /** One line for lists. Default: empty. */
  description: text('a text', 'write one line, or remove it').exactOptional(),
});

const runDefaults = closed({
  /** Names of `corpora`, `builtin`, paths. Default: all of `corpora`; where there are none `./corpus`, else the built-in one. */
  corpus: names().exactOptional(),
  /**
   * Names of `extractors`, known names, paths. Default: all of `extractors` and the baselines; all that come with
   * Assay where there are none.
   */
  extractor: names().exactOptional(),
  /** A name of `policies`, or of a policy of Assay. Default: `article`. */
  policy: text('the name of a policy', 'write article').exactOptional(),
  /** Pages in work at the same time, at least 1. Default: the number of processors. */
  workers: count('remove it to use every processor').exactOptional(),
  /** Time limit of an extractor for one page, milliseconds. Default: 10 000. */
  timeoutMs: count('write milliseconds, e.g. 10000').exactOptional(),
  /** Memory limit of an extractor's process and all that it starts, megabytes of 2^20 bytes. Default: 2048. */
  memoryMb: count('write megabytes, e.g. 2048').exactOptional(),
  /** Whether pages for which nothing has changed are answered from the cache. Default: true. */
  cache: z.boolean(says('true or false', 'write cache: false')).exactOptional(),
  /**
   * Names of reporters (`terminal`, `markdown`, `json`), or paths of modules whose default export is one. Default:
   * `terminal` and `markdown`; in a program `markdown`.
   */
  reporter: names().exactOptional(),
});

const floors = z.record(
  z
    .string()
    .regex(
      /^[^=.\s]+(?:\.[^=.\s]+|=\S+)$/u,
      says('a figure such as tokens.f1, or a slice such as language=ja', 'write tokens.f1: 0.9'),
    ),
  z.number(says('a figure between 0 and 1', 'write 0.9')).min(0).max(1),
  says('a map of floors', 'write tokens.f1: 0.9'),
);

const speed = closed({
  /**
   * For each extractor that is measured what it is measured against: what `--extractor` takes, e.g. the same extractor as it
   * was released, installed under another name.
   */
  against: z.record(
    z.string(),
    text('what --extractor takes', 'write ./base/extractor.ts, or the name of another extractor'),
    says('a map of extractors', 'write mine: ./base/extractor.ts'),
  ),
  /** How many times as long it may take, more than 1. Default: 1.25; never less than noise shows. */
  slower: z
    .number(says('a number above 1', 'write slower: 1.25'))
    .gt(1, says('a number above 1', 'write slower: 1.25'))
    .exactOptional(),
});

const gateSettings = closed({
  /**
   * Figures that may not be lower: `tokens.f1` is a figure of the whole corpus, `language=ja` the primary figure of a slice
   * (`kind`, `language`, `script`, `split`, `difficulty`, `trait`). One that no corpus has is wrong use. Default: none.
   */
  floors: floors.exactOptional(),
  /** Whether extractors got slower. Default: nobody asks. */
  speed: speed.exactOptional(),
});

/** What `assay.config.ts` exports by default and `assay.config.yaml` holds. */
export const assayConfig = closed({
  /**
   * Extractors by the name under which they run, whatever they call themselves. A text is what `--extractor`
   * takes: the path of a module, `cmd:COMMAND`, `jsonl:COMMAND`, the URL of a service, `recorded:PATH`, a known name.
   * A name given here goes before a known one.
   */
  extractors: z
    .record(
      name,
      z.union([text(...ENTRY), moduleEntry, commandEntry, httpEntry], says(...ENTRY)),
      says('a map of extractors by name', 'write name: ./module.ts'),
    )
    .exactOptional(),
  /** Corpora by the name that they have in tables: a folder, or a dataset, e.g. `aeb:PATH`. */
  corpora: z
    .record(
      name.refine(
        (key) => key !== BUILT_IN,
        says('another name: this one is that of the corpus of Assay', 'give the corpus another name'),
      ),
      text('a folder, or a dataset such as aeb:PATH', 'write ./folder'),
      says('a map of corpora by name', 'write name: ./folder'),
    )
    .exactOptional(),
  /** Policies beside those of Assay, whose names are taken. */
  policies: z
    .record(
      name.refine(
        (key) => !Object.hasOwn(POLICIES, key),
        says(
          'another name: a policy of Assay is called so, and figures of the two would look the same',
          'give the policy another name',
        ),
      ),
      policyEntry,
      says('a map of policies by name', 'write name: { required: [p, …] }'),
    )
    .exactOptional(),
  /** What `assay run` does where its options do not say otherwise. */
  run: runDefaults.exactOptional(),
  /** What `assay gate` asks for beside what it always does. */
  gate: gateSettings.exactOptional(),
});

/**
 * What `assay.config.ts` exports by default and `assay.config.yaml` holds: what an extractor's own repository
 * has beside what Assay brings. All paths are relative to the folder of the file.
 */
export interface AssayConfig extends ReadonlyDeep<z.infer<typeof assayConfig>> {}
/** A module with options, so that one module can stand in a table under several names. */
export interface ModuleEntry extends ReadonlyDeep<z.infer<typeof moduleEntry>> {}
/** A command in any language. */
export interface CommandEntry extends ReadonlyDeep<z.infer<typeof commandEntry>> {}
/** A service that takes pages as JSON by POST and answers as a command of `jsonl` does. */
export interface HttpEntry extends ReadonlyDeep<z.infer<typeof httpEntry>> {}
/** An extractor with settings; which kind it is follows from its key `module`, `command` or `http`. */
export type ExtractorEntry = ModuleEntry | CommandEntry | HttpEntry;
/** The value of a header from a variable of the environment, never printed and never stored. */
export interface SecretHeader extends ReadonlyDeep<z.infer<typeof secretHeader>> {}
/** The variables of an extractor; `passes` alone is a list. */
export interface VariablesEntry extends ReadonlyDeep<z.infer<typeof env>> {}
/** In which form an extractor gets a web page: decoded, or the bytes as they came. */
export type Wants = z.infer<typeof wants>;
/** A policy without its name. Body kinds that are not required are optional; boilerplate is always forbidden. */
export interface PolicyEntry extends ReadonlyDeep<z.infer<typeof policyEntry>> {}
/** Each is what the option of the same name takes. */
export interface RunDefaults extends ReadonlyDeep<z.infer<typeof runDefaults>> {}

/** A module that a program names, rather than a configuration. */
export interface NamedModule extends Omit<ModuleEntry, 'module'> {
  /** How the run calls it. Default: what its definition says. */
  readonly name?: string;
  /** A path from the working directory, or a file URL. */
  readonly module: string | URL;
}
/** Figures that the gate does not let fall lower, by figure or slice, 0..1. */
export interface Floors extends ReadonlyDeep<z.infer<typeof floors>> {}
