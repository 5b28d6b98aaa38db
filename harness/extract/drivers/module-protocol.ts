import { deserialize, serialize } from 'node:v8';
import type { Media } from '../../model/page.ts';
import { packTexts, unpackTexts } from '../../process/texts.ts';
import type { FileNames } from '../../process/touched-files.ts';
import { isRecord } from '../../util/is-record.ts';
import type { JsonObject } from '../../util/json.ts';
import { MEDIA, isLabel } from '../define-extractor.ts';
import type { ExtractorDefinition, ExtractorInput } from '../define-extractor.ts';
import { inputOf } from '../input-reader.ts';
import { MOST_ANSWER_TEXTS, fromTexts, toTexts } from '../sent-answer.ts';
import type { SentAnswer } from '../sent-answer.ts';

/** What the harness and the child process of an extractor module say to each other. */

/** The file descriptor of the child at which they speak. */
export const CHANNEL_DESCRIPTOR = 3;

/** The second argument of a child that is to refuse the network itself. */
export const REFUSE_NETWORK = 'refuse-network';

/** To the child: one page. It gets at most one more before it has answered, to go on with at once. */
export interface PageRequest {
  /** What its messages about the page are to name. Not to be guessed: code that was not given the page knows it not. */
  readonly number: number;
  readonly page: SentPage;
  /** What `extract` gets beside the page. */
  readonly options: JsonObject;
}

/** A page on its way to a process, in its own media. */
export interface SentPage {
  readonly media: Media;
  readonly bytes: Uint8Array;
  /** The page decoded. Absent: that is its bytes read as UTF-8, which they are; so most pages are sent once, not in two forms. */
  readonly text?: string;
  readonly url?: string;
  readonly contentType?: string;
}

/** Longest request in bytes: a page in two forms, and options. */
export const LONGEST_REQUEST = 2 ** 29;

const LENGTH_BYTES = 4;

/** A request in parts: what is said of the page, with its length before it, and the bytes of the page as they are. */
export function packRequest({ page: { bytes, ...about }, ...request }: PageRequest): Uint8Array[] {
  const head = serialize({ ...request, page: about });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return [length, head, bytes];
}

/** The request of such bytes. The child trusts the harness. */
export function unpackRequest(body: Buffer): PageRequest {
  const end = LENGTH_BYTES + body.readUInt32BE();
  // oxlint-disable-next-line no-unsafe-type-assertion -- packed by `packRequest`
  const request = deserialize(body.subarray(LENGTH_BYTES, end)) as PageRequest;
  return { ...request, page: { ...request.page, bytes: body.subarray(end) } };
}

/** As it was before the module came, which may put another in its place. */
const decodeUtf8 = TextDecoder.prototype.decode.bind(new TextDecoder());

/** What `extract` gets of a page that was sent. */
export function fromSentPage({ text, ...page }: SentPage): ExtractorInput {
  return inputOf(page, text ?? decodeUtf8(page.bytes));
}

/** What a module says of itself. */
export interface ModuleDescription extends Required<Omit<ExtractorDefinition, 'extract' | 'accepts'>> {
  readonly accepts: readonly Media[];
}

/** To the harness: first whether the module can be used, then what becomes of each page. */
export type ChildMessage =
  /** The module is loaded; pages may come. `files`: what loading it had to do with. */
  | { readonly type: 'ready'; readonly about: ModuleDescription; readonly files: FileNames }
  /** The module cannot be used. `problem` says what was found and what was expected. */
  | { readonly type: 'unusable'; readonly problem: string }
  | MessageOfPage;

/** `number`: that of the request. */
export type MessageOfPage =
  /** The child begins with the page: from here on what happens is the page's own. */
  | { readonly type: 'started'; readonly number: number }
  /** The page could not be made ready for `extract`. */
  | { readonly type: 'not-read'; readonly number: number; readonly message: string }
  /** `extract` returned. The answer has not been checked. */
  | (Done & { readonly type: 'returned'; readonly answer: SentAnswer })
  /** `extract` threw or rejected. `stack`: as in an outcome, empty where there is none. */
  | (Done & { readonly type: 'threw'; readonly message: string; readonly stack: string });

interface Done {
  readonly number: number;
  /** Time inside `extract` alone, milliseconds. */
  readonly ms: number;
  /** The end of what was written to standard error and output meanwhile. */
  readonly written: string;
  /** What has come up since the last page. */
  readonly files: FileNames;
}

/** Longest message of a child in bytes: that of the longest answer, and of the files beside it. */
export const LONGEST_MESSAGE = 3 * 2 ** 25 + 2 ** 24;

/** Longest head in bytes: it is read as JSON. */
const LONGEST_HEAD = 2 ** 16;

/** Most files that a message names, in each of its two lists; what comes beyond that is said to be missing. */
export const MOST_FILES = 20_000;

/** Longest list of files, and longest text beside the answer, in UTF-16 code units. */
const LONGEST_FILES = 2 ** 21;
const LONGEST_WORDS = 2 ** 14;

/** Behind the head: four texts of a page and its answer. */
const MOST_TEXTS = 5 + MOST_ANSWER_TEXTS;

/** No path holds it. */
const BETWEEN_PATHS = '\0';

/** A message of a child as bytes: a head in JSON and texts, of which it says nothing but what they are. */
export function packMessage(message: ChildMessage): Uint8Array {
  const { head, texts } = headOf(message);
  return packTexts([JSON.stringify(head), ...texts]);
}

function headOf(message: ChildMessage): { readonly head: object; readonly texts: readonly string[] } {
  const { type } = message;
  if (type === 'unusable') return { head: { type }, texts: [words(message.problem)] };
  if (type === 'ready') {
    const { areAll, lists } = packFiles(message.files);
    return { head: { type, about: message.about, areAll }, texts: lists };
  }
  const { number } = message;
  if (type === 'started') return { head: { type, number }, texts: [] };
  if (type === 'not-read') return { head: { type, number }, texts: [words(message.message)] };
  const { areAll, lists } = packFiles(message.files);
  const common = { type, number, ms: message.ms, areAll };
  const told = [words(message.written), ...lists];
  if (type === 'threw') {
    return { head: common, texts: [...told, words(message.message), words(message.stack)] };
  }
  const { form, texts } = toTexts(message.answer);
  return { head: { ...common, form }, texts: [...told, ...texts] };
}

function words(text: string): string {
  return text.slice(0, LONGEST_WORDS);
}

function packFiles({ loaded, looked, areAll = true }: FileNames): { areAll: boolean; lists: string[] } {
  const lists = [loaded, looked].map((paths) => {
    const joined = paths.slice(0, MOST_FILES).join(BETWEEN_PATHS);
    return joined.length > LONGEST_FILES ? '' : joined;
  });
  const isWhole = (paths: readonly string[], index: number): boolean =>
    paths.length <= MOST_FILES && (paths.length === 0 || lists[index] !== '');
  return { areAll: areAll && [loaded, looked].every(isWhole), lists };
}

/**
 * The message that bytes of a child hold; undefined where it is none of these. The extractor can write to the descriptor
 * too, so nothing is believed: all is counted and measured before anything is made of it, and what is not looked at is not
 * handed on. Every message of a child passes here and nowhere else.
 */
export function readChildMessage(bytes: Buffer): ChildMessage | undefined {
  if (bytes.length < 4 || bytes.readUInt32BE() > LONGEST_HEAD) return undefined;
  const [head = '', ...texts] = unpackTexts(bytes, MOST_TEXTS) ?? [];
  const said = parseHead(head);
  return said && readHead(said, texts);
}

type Head = Readonly<Record<string, unknown>>;

function parseHead(head: string): Head | undefined {
  try {
    const said: unknown = JSON.parse(head);
    return isRecord(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function readHead(head: Head, texts: readonly string[]): ChildMessage | undefined {
  const { type, number, about } = head;
  const [first = ''] = texts;
  if (type === 'ready') {
    const files = readFiles(head, texts);
    const described = readAbout(about);
    return files && described && texts.length === 2 ? { type, about: described, files } : undefined;
  }
  const isAlone = texts.length === 1 && first.length <= LONGEST_WORDS;
  if (type === 'unusable') return isAlone ? { type, problem: first } : undefined;
  if (typeof number !== 'number') return undefined;
  if (type === 'started') return texts.length === 0 ? { type, number } : undefined;
  if (type === 'not-read') return isAlone ? { type, number, message: first } : undefined;
  return readDone(head, number, texts);
}

function readDone(
  head: Head,
  number: number,
  [written = '', loaded = '', looked = '', ...rest]: readonly string[],
): ChildMessage | undefined {
  const { type, ms, form } = head;
  const files = readFiles(head, [loaded, looked]);
  if (typeof ms !== 'number' || ms < 0 || files === undefined || written.length > LONGEST_WORDS)
    return undefined;
  const common = { number, ms, written, files };
  if (type === 'threw') {
    const [message = '', stack = ''] = rest;
    const isRight = rest.length === 2 && rest.every(({ length }) => length <= LONGEST_WORDS);
    return isRight ? { type, ...common, message, stack } : undefined;
  }
  if (type !== 'returned') return undefined;
  const answer = fromTexts(form, rest);
  return answer === undefined ? undefined : { type, ...common, answer };
}

function readFiles({ areAll }: Head, lists: readonly string[]): FileNames | undefined {
  if (typeof areAll !== 'boolean' || lists.some(({ length }) => length > LONGEST_FILES)) return undefined;
  const [loaded = [], looked = []] = lists.map((list) =>
    list === '' ? [] : list.split(BETWEEN_PATHS, MOST_FILES + 1),
  );
  if (loaded.length > MOST_FILES || looked.length > MOST_FILES) return undefined;
  return { loaded, looked, ...(!areAll && { areAll }) };
}

function readAbout(value: unknown): ModuleDescription | undefined {
  if (!isRecord(value)) return undefined;
  const { name, version, accepts, baseline, network } = value;
  if (typeof name !== 'string' || typeof version !== 'string' || ![name, version].every(isLabel))
    return undefined;
  if (typeof baseline !== 'boolean' || typeof network !== 'boolean' || !Array.isArray(accepts))
    return undefined;
  const media = accepts.filter(isMedia);
  if (media.length === 0 || media.length !== accepts.length) return undefined;
  return { name, version, accepts: media, baseline, network };
}

function isMedia(value: unknown): value is Media {
  return MEDIA.some((each) => each === value);
}
