import { parse } from 'yaml';
import type { GoldMetadata } from '../../model/gold.ts';
import { defined } from '../../util/defined.ts';
import { isRecord } from '../../util/is-record.ts';
import { authorsLabel, dateLabel, lineLabel } from './dataset-gold.ts';

/**
 * What front matter says of a page, under the names that trafilatura, Obsidian's clipper, Hugo and Jekyll write. What
 * gold does not keep, and what is no such thing (a date of another form), is left out.
 */
export function frontMatterToMetadata(frontMatter: string): GoldMetadata {
  const fields = fieldsOf(frontMatter);
  const first = (...names: readonly string[]): unknown =>
    names.map((name) => fields[name]).find((value) => value !== undefined && value !== '');
  return defined({
    title: lineLabel(first('title')),
    publisher: lineLabel(first('publisher', 'sitename', 'site')),
    authors: authorsLabel(first('authors', 'author', 'byline')),
    published: dateLabel(first('published', 'date', 'datePublished')),
  });
}

/** Its fields, every value a text or a list of texts. What is no YAML (`title: A: b`) is read line by line. */
function fieldsOf(frontMatter: string): Readonly<Record<string, unknown>> {
  try {
    const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' } as const;
    const value: unknown = parse(frontMatter, options);
    return isRecord(value) ? value : {};
  } catch {
    return Object.fromEntries(frontMatter.split('\n').flatMap(fieldOf));
  }
}

function fieldOf(line: string): [name: string, value: string][] {
  const [, name, value] = /^([^\s:]+):\s+(\S.*)$/u.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value.trim()]];
}
