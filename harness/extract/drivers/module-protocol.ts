import type { Media } from '../../model/page.ts';
import type { FileNames } from '../../process/touched-files.ts';
import { isRecord } from '../../util/is-record.ts';
import type { JsonObject } from '../../util/json.ts';
import type { ExtractorDefinition, ExtractorInput } from '../define-extractor.ts';
import { isSentAnswer } from '../read-extraction.ts';
import type { SentAnswer } from '../read-extraction.ts';

/** What the harness and the child process of an extractor module say to each other. */

/** The file descriptor of the child at which they speak. */
export const CHANNEL_DESCRIPTOR = 3;

/** The second argument of a child that is to refuse the network itself. */
export const REFUSE_NETWORK = 'refuse-network';

/** To the child: one page. It gets at most one more before it has answered, to go on with at once. */
export interface PageRequest {
  readonly type: 'page';
  /** Pages are counted, by process: the same one may come twice. */
  readonly number: number;
  /** The page, decoded, in its own media. */
  readonly input: ExtractorInput;
  /** What `extract` gets beside the page. */
  readonly options: JsonObject;
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
  /** `extract` returned. The answer has not been checked. */
  | (Done & { readonly type: 'returned'; readonly answer: SentAnswer })
  /** `extract` threw or rejected. `stack`: as in an outcome, empty where there is none. */
  | (Done & { readonly type: 'threw'; readonly message: string; readonly stack: string })
  /** The harness failed before the extractor had a chance. */
  | { readonly type: 'harness-failed'; readonly number: number; readonly message: string };

interface Done {
  readonly number: number;
  /** Time inside `extract` alone, milliseconds. */
  readonly ms: number;
  /** The end of what was written to standard error and output meanwhile. */
  readonly written: string;
  /** What has come up since the last page. */
  readonly files: FileNames;
}

/** Whether a message is one of those of the harness. */
export function isPageRequest(message: unknown): message is PageRequest {
  return (
    isRecord(message) &&
    message['type'] === 'page' &&
    typeof message['number'] === 'number' &&
    isRecord(message['input']) &&
    isRecord(message['options'])
  );
}

/**
 * A message of the child; undefined for anything else. The extractor can write to the descriptor too, so all that is
 * looked at is checked. Every message of a child passes here and nowhere else: limits on what a child may say belong here.
 */
export function readChildMessage(message: unknown): ChildMessage | undefined {
  return isChildMessage(message) ? message : undefined;
}

function isChildMessage(message: unknown): message is ChildMessage {
  if (!isRecord(message)) return false;
  const { type, number, ms, files } = message;
  if (type === 'unusable') return isText(message['problem']);
  if (type === 'ready') return isDescription(message['about']) && isFileNames(files);
  if (typeof number !== 'number') return false;
  if (type === 'started') return true;
  if (type === 'harness-failed') return isText(message['message']);
  if (!Number.isFinite(ms) || !isFileNames(files) || !isText(message['written'])) return false;
  return type === 'returned'
    ? isSentAnswer(message['answer'])
    : type === 'threw' && isTexts([message['message'], message['stack']]);
}

function isDescription(value: unknown): boolean {
  return (
    isRecord(value) &&
    isTexts([value['name'], value['version']]) &&
    isTexts(value['accepts']) &&
    typeof value['baseline'] === 'boolean' &&
    typeof value['network'] === 'boolean'
  );
}

function isFileNames(value: unknown): boolean {
  return isRecord(value) && isTexts(value['loaded']) && isTexts(value['looked']);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
