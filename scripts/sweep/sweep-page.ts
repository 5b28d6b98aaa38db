import { parse } from 'parse5';
import { decode } from '../../harness/document/decode.ts';
import { htmlToDocument } from '../../harness/document/html.ts';
import { tokenize } from '../../harness/document/tokens.ts';
import { Vocabulary } from '../../harness/document/vocabulary.ts';
import type { PageEncoding } from '../../harness/model/page.ts';

/** What came of one page. */
export type SweptPage =
  | {
      readonly status: 'read';
      readonly encoding: PageEncoding;
      readonly blocks: number;
      readonly tokens: number;
      /** From bytes to tokens, milliseconds, the best of the repetitions. */
      readonly ms: number;
      /** parse5 alone on the decoded text, likewise. */
      readonly parseMs: number;
    }
  | { readonly status: 'threw'; readonly message: string };

/** A page may take this many times what parse5 alone takes, and so many milliseconds on top. */
const FACTOR = 2;
const SURCHARGE_MS = 10;

/** Repetitions: so many for every page, and more for one that comes near its limit, for the machine may be busy. */
const FEWEST_RUNS = 2;
const MOST_RUNS = 12;
const NEAR_MS = 5;

/** Reads a page from bytes to tokens, and measures it side by side with parse5. */
export function sweepPage(bytes: Uint8Array, contentType: string | undefined): SweptPage {
  try {
    const { text, encoding } = decode(bytes, contentType);
    const { blocks, tokens } = readPage(bytes, contentType);
    let ms = Infinity;
    let parseMs = Infinity;
    for (let run = 0; run < FEWEST_RUNS || (run < MOST_RUNS && roomOf({ ms, parseMs }) < NEAR_MS); run++) {
      parseMs = Math.min(
        parseMs,
        timeOf(() => parse(text)),
      );
      ms = Math.min(
        ms,
        timeOf(() => readPage(bytes, contentType)),
      );
    }
    return { status: 'read', encoding, blocks, tokens, ms, parseMs };
  } catch (error) {
    return { status: 'threw', message: String(error) };
  }
}

/** How many milliseconds more a page might have taken; below 0 it took longer than it may. */
export function roomOf({
  ms,
  parseMs,
}: Pick<Extract<SweptPage, { status: 'read' }>, 'ms' | 'parseMs'>): number {
  return FACTOR * parseMs + SURCHARGE_MS - ms;
}

function readPage(bytes: Uint8Array, contentType: string | undefined): { blocks: number; tokens: number } {
  const { blocks } = htmlToDocument(decode(bytes, contentType).text);
  return { blocks: blocks.length, tokens: tokenize(blocks, new Vocabulary()).length };
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
