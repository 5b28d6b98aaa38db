import { getDomain, getHostname, parse } from 'tldts';
import { textLines } from '../../document/text-lines.ts';
import type { BodyEntry, Gold, GoldMetadata, Segments } from '../../model/gold.ts';
import type { Slices } from '../../model/page.ts';
import { defined } from '../../util/defined.ts';
import { isDateOrTime, isLanguageTag, isWebAddress } from '../../gold/forms.ts';

/** Gold that is only text: every line that is not blank is a required paragraph. */
export function paragraphsOf(text: string): BodyEntry[] {
  return textLines(text).map((line): BodyEntry => ({
    type: 'block',
    kind: 'p',
    optional: false,
    text: line,
  }));
}

/**
 * Gold with what a dataset labels; what it does not label is absent. An address that no gold file could hold is
 * left out.
 */
export function datasetGold(labels: {
  readonly url: string | undefined;
  readonly slices: Slices;
  readonly body?: readonly BodyEntry[];
  readonly segments?: Segments;
  readonly metadata?: GoldMetadata;
}): Gold {
  const { url, slices, metadata = {}, ...rest } = labels;
  const { kind, language, traits } = slices;
  const address = url !== undefined && isWebAddress(url) ? url : undefined;
  const about = { ...defined({ url: address, language, kind }), traits };
  return { about, metadata, comments: [], boilerplate: [], ...rest };
}

/** The site of a page of a dataset: the publisher's registrable domain. */
export function siteOf(url: string | undefined): string {
  if (url === undefined) return 'unknown';
  return getDomain(url) ?? getHostname(url) ?? 'unknown';
}

/** The registrable domain that a name begins with, such as `news.example.com-some-title.html`; the longest, if there is one. */
export function siteOfName(name: string): string {
  for (
    let end = name.length;
    end > 0;
    end = Math.max(...['.', '-'].map((mark) => name.lastIndexOf(mark, end - 1)))
  ) {
    const { domain, isIcann } = parse(name.slice(0, end), { extractHostname: false });
    if (domain !== null && isIcann === true) return domain;
  }
  return 'unknown';
}

/** A label that is a text; an empty one or none says nothing. */
export function textLabel(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The same on one line: runs of white space become a space. For titles and names. */
export function lineLabel(value: unknown): string | undefined {
  return textLabel(value)?.replace(/\s+/gu, ' ');
}

/** Labels that are texts; blank ones are left out. */
export function textLabels(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((each) => textLabel(each) ?? []) : [];
}

/**
 * A label that is a day, or a day and a time, as gold has them; a space between the two becomes a `T`. Whatever is
 * no such thing (`2015-11`, `2022-01.26`) says nothing.
 */
export function dateLabel(value: unknown): string | undefined {
  const date = textLabel(value)?.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, '$1T');
  return date !== undefined && isDateOrTime(date) ? date : undefined;
}

/** A label that is a language tag (BCP 47), in its usual case (`en_us`: `en-US`). Anything else is left out. */
export function languageLabel(value: unknown): string | undefined {
  const tag = textLabel(value)?.replaceAll('_', '-');
  return tag !== undefined && isLanguageTag(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

/** A label that is one name or several; none says nothing. */
export function authorsLabel(value: unknown): readonly string[] | undefined {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  const lines = names.flatMap((name) => lineLabel(name) ?? []);
  return lines.length === 0 ? undefined : lines;
}

const TAG = /<(?:link|meta)\s[^<>]*>/gi;

const CANONICAL = /\srel\s*=\s*["']?canonical["'\s/>]/i;
const OPEN_GRAPH = /\sproperty\s*=\s*["']?og:url["'\s/>]/i;

/**
 * The address that a page says it has: that of its `canonical` link, else of its `og:url`. Undefined where it
 * gives none that is absolute. For telling sites apart where a dataset does not keep the address; good enough for pages
 * that a program wrote out, not a parser.
 */
export function ownAddress(html: string): string | undefined {
  const tags = html.match(TAG) ?? [];
  const canonical = tags.filter((tag) => CANONICAL.test(tag)).map((tag) => valueOf(tag, 'href'));
  const openGraph = tags.filter((tag) => OPEN_GRAPH.test(tag)).map((tag) => valueOf(tag, 'content'));
  return [...canonical, ...openGraph].find((address) => /^https?:\/\/[^/\s]/i.test(address));
}

function valueOf(tag: string, name: 'href' | 'content'): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]*))`, 'i').exec(tag);
  return (
    value
      ?.slice(1)
      .find((each) => each !== undefined)
      ?.trim() ?? ''
  );
}
