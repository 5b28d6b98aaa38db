import { basename, dirname, join } from 'node:path';
import type { Corpus } from '../../model/page.ts';
import { AssayError } from '../../util/error.ts';

/**
 * Refuses recorded output of which no page is in any of the corpora: every page would fail, most often because the path
 * is a folder too high or too low.
 *
 * @param ids what was recorded
 * @throws AssayError `usage`, with the path that was probably meant.
 */
export function checkRecordedPages(
  path: string,
  ids: readonly string[],
  corpora: readonly Pick<Corpus, 'name' | 'pages'>[],
): void {
  const pages = new Set(corpora.flatMap(({ pages: all }) => all.map(({ id }) => id)));
  if (pages.size === 0 || ids.some((id) => pages.has(id))) return;
  const names = corpora.map(({ name }) => name).join(', ');
  const held = ids.length === 0 ? 'it holds none at all' : `it holds ${examples(ids)}`;
  const message = `recorded:${path} holds output for no page of ${names}: ${held}, and the pages are ${examples([...pages])}`;
  throw new AssayError('usage', `${message}; ${howToFix(path, ids, pages)}`);
}

/** `"a", "b" and 4 more`. */
function examples(ids: readonly string[]): string {
  const [shown, rest] = [ids.slice(0, 2), ids.length - 2];
  return `${shown.map((id) => JSON.stringify(id)).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A folder of files has its pages by their paths: one that is too high or too low can be told. */
function howToFix(path: string, ids: readonly string[], pages: ReadonlySet<string>): string {
  const isFolder = !/\.(?:jsonl?|ndjson)(?:\.gz)?$/.test(path);
  const held = new Set(ids);
  const [above] = ids.flatMap((id) => foldersOf(id)).find(([, rest]) => pages.has(rest)) ?? [];
  const [below] = [...pages].flatMap((id) => foldersOf(id)).find(([, rest]) => held.has(rest)) ?? [];
  if (isFolder && above !== undefined) return `did you mean recorded:${join(path, above)}?`;
  if (isFolder && below === basename(path)) return `did you mean recorded:${dirname(path)}?`;
  return 'name the output that was made of these pages, with their identifiers as they are, or the corpus that it was made of';
}

/** What can stand before and behind a slash: `a/b/c` is `a` and `b/c`, or `a/b` and `c`. */
function foldersOf(id: string): (readonly [folder: string, rest: string])[] {
  const parts = id.split('/');
  return parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join('/'), parts.slice(at + 1).join('/')]);
}
