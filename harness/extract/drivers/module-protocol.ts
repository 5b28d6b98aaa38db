import type { Extraction } from '../../model/extraction.ts';
import { isRecord } from '../../util/is-record.ts';
import type { JsonObject } from '../../util/json.ts';
import type { Media, Page } from '../../model/page.ts';
import { readExtraction } from '../read-extraction.ts';

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
  readonly page: Page;
  /** What `extract` gets beside the page. */
  readonly options: JsonObject;
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
  /** The page's turn has come: from here on its fate is its own. */
  | { readonly type: 'started'; readonly number: number }
  /** `files`: what has come up since the last answer. */
  | { readonly type: 'answered'; readonly number: number; readonly answer: Answer; readonly files: FileNames }
  /** The harness failed before the extractor had a chance. */
  | { readonly type: 'harness-failed'; readonly number: number; readonly message: string };

/** Files that a process had to do with, absolute paths. */
export interface FileNames {
  /** What Node loaded: these were there. */
  readonly loaded: readonly string[];
  /** What was opened or looked for, whether it was there or not; folders too. */
  readonly looked: readonly string[];
}

/** What a module says of itself. */
export interface ModuleDescription {
  readonly name: string;
  readonly version: string;
  readonly accepts: readonly Media[];
  readonly baseline: boolean;
  /** Whether it asks for the network. */
  readonly network: boolean;
}

/** What a process that is still alive says of a page. `ms`: inside `extract` alone, in milliseconds. */
export type Answer =
  | { readonly status: 'extracted'; readonly extraction: Extraction; readonly ms: number }
  | {
      readonly status: 'failed';
      readonly failure: 'threw' | 'bad-output' | 'too-large';
      readonly message: string;
      readonly ms: number;
    };

/** Whether a message is one of those of the harness. */
export function isPageRequest(message: unknown): message is PageRequest {
  return (
    isRecord(message) &&
    message['type'] === 'page' &&
    typeof message['number'] === 'number' &&
    isRecord(message['page']) &&
    isRecord(message['options'])
  );
}

/**
 * Whether a message is one of those of the child, in all that is looked at: the extractor shares the descriptor, and what
 * it writes there is not to be taken for an answer that nothing can be done with.
 */
export function isChildMessage(message: unknown): message is ChildMessage {
  if (!isRecord(message)) return false;
  const { type } = message;
  if (type === 'ready') return isDescription(message['about']) && isFileNames(message['files']);
  if (type === 'unusable') return typeof message['problem'] === 'string';
  if (typeof message['number'] !== 'number') return false;
  if (type === 'answered') return isAnswer(message['answer']) && isFileNames(message['files']);
  return type === 'started' || (type === 'harness-failed' && typeof message['message'] === 'string');
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

const FAILURES: ReadonlySet<unknown> = new Set(['threw', 'bad-output', 'too-large']);

function isAnswer(value: unknown): boolean {
  if (!isRecord(value) || !Number.isFinite(value['ms'])) return false;
  if (value['status'] === 'extracted') return readExtraction(value['extraction']).status === 'read';
  return (
    value['status'] === 'failed' && FAILURES.has(value['failure']) && typeof value['message'] === 'string'
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
