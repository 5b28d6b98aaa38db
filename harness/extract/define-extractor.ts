import type { Extraction } from '../model/extraction.ts';
import type { Media } from '../model/page.ts';
import { describeValue } from '../util/describe-value.ts';
import { isRecord } from '../util/is-record.ts';
import type { JsonObject } from '../util/json.ts';
import { isOneLine } from '../util/printable.ts';

/** A web page, as an extractor gets it. */
export interface HtmlInput {
  readonly media: 'html';
  /** The bytes as they came, for an extractor that decodes them itself. */
  readonly bytes: Uint8Array;
  /** The same page decoded as a browser does. */
  readonly html: string;
  /** Where the page was found, if that is known; nothing is to be fetched from there. */
  readonly url?: string;
  /** The `Content-Type` that the server sent, where it was kept. */
  readonly contentType?: string;
}

/** A page of plain text: one that a crawler flattened, or a web page that the harness flattened. */
export interface TextInput {
  readonly media: 'text';
  /** The UTF-8 bytes of the page; of a web page that the harness flattened, those of `text`. */
  readonly bytes: Uint8Array;
  /** One block of the page a line. */
  readonly text: string;
  readonly url?: string;
}

/** What `extract` gets: the union of the inputs of the media that the extractor accepts. */
export type ExtractorInput<M extends Media = Media> = M extends 'html' ? HtmlInput : TextInput;

/** What `extract` answers: an extraction, in which a field that is null or undefined counts as absent. */
export type ExtractorAnswer = { readonly [F in keyof Extraction]?: Extraction[F] | null | undefined };

/**
 * What the default export of an extractor module looks like. `O` is the type of its options, which nothing
 * checks: they are what stands in the configuration.
 */
export interface ExtractorDefinition<M extends Media = Media, O extends object = JsonObject> {
  /** How tables and files call it, unless a configuration gives it another name: not blank, one line. */
  readonly name: string;
  /** The version of what is measured, as its package states it: not blank, one line. */
  readonly version: string;
  /**
   * The pages it takes, at least one of `html` and `text`. With `text` alone it gets web pages flattened to
   * text; with `html` alone it skips pages of plain text; with both it gets every page as it is.
   */
  readonly accepts: readonly [M, ...M[]];
  /** A row that keeps a table honest rather than a contender: shown, never ranked. Default: false. */
  readonly baseline?: boolean;
  /** It needs the network while it extracts; else that is refused, as far as the system can. Default: false. */
  readonly network?: boolean;
  /**
   * Called once for each page, one page at a time, many pages one after the other in the same process.
   * `null` says that the page has nothing to extract. A throw, a rejection and every other answer that is
   * no extraction (`undefined`, a bare string, unknown fields) is a failure of this page.
   *
   * `options` are those of the configuration, a fresh copy for each page; `{}` where it gives none. So one
   * module can stand in a table under several names, one a variant.
   */
  extract(input: ExtractorInput<M>, options: O): ExtractorAnswer | null | Promise<ExtractorAnswer | null>;
}

/**
 * Types the default export of an extractor module: `extract` gets the input that follows from `accepts`, and
 * options of the type that it writes down: `extract({ html }, { fast = false }: { fast?: boolean })`.
 * Returns the definition as it is; it is checked where the module is loaded, because a module may also be
 * JavaScript, or export a plain object.
 */
export function defineExtractor<const M extends Media, O extends object = JsonObject>(
  definition: ExtractorDefinition<M, O>,
): ExtractorDefinition<M, O> {
  return definition;
}

/** A default export that is a definition, or everything that keeps it from being one. */
export type DefinitionReading =
  | { readonly status: 'read'; readonly definition: ExtractorDefinition }
  /** One phrase a fault, e.g. `version is missing; expected one line of text`. Not empty. */
  | { readonly status: 'malformed'; readonly faults: readonly string[] };

/** What an extractor may accept. */
export const MEDIA = ['html', 'text'] as const satisfies readonly Media[];

/** Longest name or version in UTF-16 code units: they head columns and name files. */
const LONGEST_LABEL = 100;

/** Whether a text can be a name or a version: not blank, one line, not too long. */
export function isLabel(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_LABEL && isOneLine(text);
}

/**
 * Checks what a module exports by default against `ExtractorDefinition`. Unknown fields are
 * accepted: a definition may be an object that keeps more than the harness asks for.
 */
export function readDefinition(exported: unknown): DefinitionReading {
  const faults = faultsOf(exported);
  if (faults.length > 0) return { status: 'malformed', faults };
  // oxlint-disable-next-line no-unsafe-type-assertion -- it has been checked
  return { status: 'read', definition: exported as ExtractorDefinition };
}

function faultsOf(exported: unknown): string[] {
  if (!isRecord(exported)) {
    const expected = 'expected defineExtractor({ name, version, accepts, extract })';
    return [`the default export is ${describeValue(exported)}; ${expected}`];
  }
  const faults = [
    labelFault('name', exported['name']),
    labelFault('version', exported['version']),
    acceptsFault(exported['accepts']),
    flagFault('baseline', exported['baseline']),
    flagFault('network', exported['network']),
    extractFault(exported['extract']),
  ];
  return faults.filter((fault) => fault !== undefined);
}

function labelFault(field: 'name' | 'version', value: unknown): string | undefined {
  if (typeof value === 'string' && isLabel(value)) return undefined;
  return `${field} is ${found(value)}; expected one line of text, at most ${LONGEST_LABEL} characters`;
}

function acceptsFault(value: unknown): string | undefined {
  const expected = "expected a list such as ['html'], ['text'] or both";
  if (!Array.isArray(value)) return `accepts is ${found(value)}; ${expected}`;
  const media = Array.from<unknown>(value);
  if (media.length === 0) return `accepts is empty; ${expected}`;
  const unknown = media.findIndex((item) => !MEDIA.some((each) => each === item));
  return unknown === -1 ? undefined : `accepts holds ${describeValue(media[unknown])}; ${expected}`;
}

function flagFault(field: 'baseline' | 'network', value: unknown): string | undefined {
  if (value === undefined || typeof value === 'boolean') return undefined;
  return `${field} is ${describeValue(value)}; expected true or false`;
}

function extractFault(value: unknown): string | undefined {
  return typeof value === 'function' ? undefined : `extract is ${found(value)}; expected a function`;
}

function found(value: unknown): string {
  return value === undefined ? 'missing' : describeValue(value);
}
