import { isomorphicDecode, labelToName } from '@exodus/bytes/encoding-lite.js';
import { TokenizerMode } from 'parse5';
import type { Token, TokenHandler, Tokenizer } from 'parse5';
import { QuickTokenizer } from '../html/quick-tokenizer.ts';

/** So many bytes are searched even where the head has ended. */
const ALWAYS_SEARCHED = 1024;

/** Bytes handed to the tokenizer first; each chunk is twice as long as the one before, so that none is copied often. */
const FIRST_CHUNK = 2048;

/** Elements that may stand in a head; any other tag ends it. */
const OF_THE_HEAD: ReadonlySet<string> = new Set([
  'html', 'head', 'title', 'meta', 'link', 'base', 'script', 'noscript', 'style', 'object',
]); // prettier-ignore

/** Elements in which `<` opens no tag but their own end tag. */
const TEXT_MODES: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/**
 * The encoding that a `<meta>` declares, by its name in the Encoding Standard, or undefined. It is searched as
 * Chromium does (`HTMLMetaCharsetParser`): through the head, however long that is, and in any case through the
 * first 1024 bytes. The standard's prescan ends there, and takes what stands in a script for an element.
 */
export function metaCharset(bytes: Uint8Array): string | undefined {
  const search = new Search();
  const tokenizer = new QuickTokenizer({ sourceCodeLocationInfo: true }, search);
  search.tokenizer = tokenizer;
  for (let start = 0, end = FIRST_CHUNK; start < bytes.length && !search.isOver; start = end, end *= 2) {
    tokenizer.write(isomorphicDecode(bytes.subarray(start, end)), end >= bytes.length);
  }
  return search.found;
}

class Search implements TokenHandler {
  tokenizer: Tokenizer | undefined;
  found: string | undefined;
  isOver = false;
  #isInHead = true;

  onStartTag(token: Token.TagToken): void {
    if (this.#isTooFar(token)) return;
    const { tagName } = token;
    const mode = TEXT_MODES.get(tagName);
    if (mode !== undefined) this.tokenizer!.state = mode;
    if (tagName === 'meta') this.found = encodingOfMeta(token);
    if (this.found !== undefined) this.#end();
    if (!OF_THE_HEAD.has(tagName)) this.#isInHead = false;
  }

  onEndTag(token: Token.TagToken): void {
    if (this.#isTooFar(token)) return;
    const { tagName } = token;
    if (!OF_THE_HEAD.has(tagName) || tagName === 'html' || tagName === 'head') this.#isInHead = false;
  }

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onCharacter(): void {}
  onNullCharacter(): void {}
  onWhitespaceCharacter(): void {}

  #isTooFar({ location }: Token.TagToken): boolean {
    if (this.#isInHead || location!.startOffset < ALWAYS_SEARCHED) return false;
    this.#end();
    return true;
  }

  #end(): void {
    this.isOver = true;
    this.tokenizer!.pause();
  }
}

/** A `charset` attribute counts by itself and beats `content`, which needs its `http-equiv`. */
function encodingOfMeta({ attrs }: Token.TagToken): string | undefined {
  const valueOf = (name: string): string | undefined => attrs.find((each) => each.name === name)?.value;
  const isPragma = valueOf('http-equiv')?.toLowerCase() === 'content-type';
  const label = valueOf('charset') ?? (isPragma ? charsetOfContent(valueOf('content') ?? '') : undefined);
  const encoding = labelToName(label ?? '') ?? undefined;
  // A page in which this element could be read is in neither of these.
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') return 'UTF-8';
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
}

/** The first `charset=` of a `content` that has a value; a quotation mark that is not closed has none. */
function charsetOfContent(content: string): string | undefined {
  const found = /charset[\0- ]*=[\0- ]*(?:"([^"]*)"|'([^']*)'|([^"'\0- ;][^\0- ;"']*)|["'])/i.exec(content);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
