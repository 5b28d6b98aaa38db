import type { CST } from 'yaml';
import type { Finding } from './fault.ts';
import { excerpt } from './fault.ts';

/** A part of YAML that our files do not use, at its offset in the text. */
export interface Forbidden extends Finding {
  readonly offset: number;
}

/**
 * Anchors, aliases, tags, directives and keys that are no plain words: well-formed YAML, but each gives a
 * text another meaning than the one that a reader sees.
 */
export function forbiddenSyntax(tokens: readonly CST.Token[]): Forbidden[] {
  return [...tokens.flatMap((token) => [...flatten(token)])].flatMap((token) => {
    const finding = findingOf(token);
    return finding ? [{ offset: token.offset, ...finding }] : [];
  });
}

/** The token and all tokens inside it, in the order of the text. */
function* flatten(token: CST.Token): Generator<CST.Token> {
  yield token;
  const inner = 'items' in token ? token.items.flatMap(tokensOf) : [];
  const before = 'start' in token ? [token.start].flat() : 'props' in token ? token.props : [];
  const value = 'value' in token && token.value ? [token.value] : [];
  for (const part of [...before, ...inner, ...value]) yield* flatten(part);
}

function tokensOf(item: CST.CollectionItem): CST.Token[] {
  return [...item.start, item.key, ...(item.sep ?? []), item.value].filter((token) => token != null);
}

function findingOf(token: CST.Token): Finding | undefined {
  switch (token.type) {
    case 'anchor':
      return finding(
        `an anchor: ${excerpt(token.source)}`,
        'a text that begins with "&" must be put in quotes',
      );
    case 'alias':
      return finding(
        `an alias: ${excerpt(token.source)}`,
        'a text that begins with "*" must be put in quotes',
      );
    case 'tag':
      return finding(`a tag: ${excerpt(token.source)}`, 'a text that begins with "!" must be put in quotes');
    case 'directive':
      return finding(`a directive: ${excerpt(token.source)}`, 'take the line away');
    case 'explicit-key-ind':
      return finding('a key written with "?"', 'write the key and its colon on one line, e.g. "title: …"');
    default:
      return undefined;
  }
}

function finding(found: string, mend: string): Finding {
  return { code: 'yaml-syntax', found, expected: 'plain keys, texts, lists and maps only', mend };
}
