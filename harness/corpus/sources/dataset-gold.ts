import { getDomain, getHostname } from 'tldts';
import type { BodyEntry, Gold, GoldMetadata, Segments } from '../../model/gold.ts';

/** Gold that is only text: every line that is not blank is a required paragraph. */
export function paragraphsOf(text: string): BodyEntry[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): BodyEntry => ({ type: 'block', kind: 'p', optional: false, text: line }));
}

/** Gold with what a dataset labels; what it does not label is absent. */
export function datasetGold(labels: {
  readonly body?: readonly BodyEntry[];
  readonly segments?: Segments;
  readonly metadata?: GoldMetadata;
}): Gold {
  const { metadata = {}, ...rest } = labels;
  return { about: { traits: [] }, metadata, comments: [], boilerplate: [], ...rest };
}

/** The site of a page of a dataset: the publisher's registrable domain. */
export function siteOf(url: string | undefined): string {
  if (url === undefined) return 'unknown';
  return getDomain(url) ?? getHostname(url) ?? 'unknown';
}

/** A label that is a text; an empty one or none says nothing. */
export function textLabel(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Labels that are texts; blank ones are left out. */
export function textLabels(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((each) => textLabel(each) ?? []) : [];
}

/** Metadata with the labels that are there. */
export function metadataOf(labels: {
  readonly title: string | undefined;
  readonly authors: readonly string[] | undefined;
  readonly published: string | undefined;
}): GoldMetadata {
  return Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== undefined));
}
