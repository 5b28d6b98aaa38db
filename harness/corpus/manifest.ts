import type { Problem } from '../model/problem.ts';
import { defined } from '../util/defined.ts';
import { isOneLine } from '../util/printable.ts';
import { canonicalText } from '../gold/canonical.ts';
import type { Slot } from '../gold/yaml/reading.ts';
import { Reading, readFields, readList, readMap, reportSecondKey } from '../gold/yaml/reading.ts';
import { readText } from '../gold/yaml/read-text.ts';

/** What `corpus.yaml` says of a corpus. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly licence?: string;
  /** The split of each site that one names; absent: the corpus has no splits. */
  readonly splitOf?: ReadonlyMap<string, string>;
}

const KEYS = ['name', 'version', 'licence', 'splits'] as const;

/**
 * Reads the text of a `corpus.yaml`. A split lists whole sites: one that the corpus does not have, or that
 * another split has too, is a problem. Never throws.
 *
 * @param file the path to name in the problems
 * @param sites the sites of the corpus
 */
export function readManifest(
  source: string,
  file: string,
  sites: ReadonlySet<string>,
): { readonly manifest: Manifest; readonly problems: readonly Problem[] } {
  const reading = new Reading(source);
  const fields = readMap(reading, reading.root, { keys: KEYS, required: ['name'] });
  const word = (key: string): string | undefined => fields?.read(key, (slot) => readLine(reading, slot));
  const [name, version, licence] = [word('name'), word('version'), word('licence')];
  const splitOf = fields?.read('splits', (slot) => readSplits(reading, slot, sites));
  return { manifest: defined({ name, version, licence, splitOf }), problems: reading.problems(file) };
}

/** It stands in the heads of tables. */
function readLine(reading: Reading, slot: Slot): string | undefined {
  const text = readText(reading, slot, { isWord: true });
  if (text === undefined || isOneLine(text)) return text;
  return reading.report(slot.at, {
    code: 'wrong-value',
    found: `a line break or a control character in ${slot.name}`,
    expected: 'one line of text',
    fix: 'write it on one line',
  });
}

function readSplits(reading: Reading, slot: Slot, sites: ReadonlySet<string>): Map<string, string> {
  const splitOf = new Map<string, string>();
  const splits = new Set<string>();
  for (const split of readFields(reading, slot, 'names of splits, each with a list of sites') ?? []) {
    if (splits.has(split.key)) reportSecondKey(reading, split);
    splits.add(split.key);
    const listed = readList(reading, split.slot, {
      expected: 'a list of sites',
      fix: 'write them in brackets, e.g. [one.example, two.example]',
      mayBeEmpty: true,
    });
    for (const item of listed ?? []) readSite(reading, item, split.key, sites, splitOf);
  }
  return splitOf;
}

function readSite(
  reading: Reading,
  item: Slot,
  split: string,
  sites: ReadonlySet<string>,
  splitOf: Map<string, string>,
): void {
  const site = readText(reading, item, { isWord: true });
  if (site === undefined) return;
  const other = splitOf.get(site);
  splitOf.set(site, split);
  if (other !== undefined) {
    reading.report(item.at, {
      code: 'bad-split',
      found: `the site "${site}" in "${split}", and before in "${other}"`,
      expected: 'each site in one split, because pages of one site are not independent',
      fix: 'take it out of one of the two',
    });
  } else if (!sites.has(site)) {
    reading.report(item.at, {
      code: 'bad-split',
      found: `the site "${site}" in "${split}", which has no pages`,
      expected: 'the name of a folder under pages/',
      fix: 'correct the name, or take it out',
    });
  }
}

/** The text of a `corpus.yaml`. */
export function manifestText(
  { name, version, licence }: Omit<Manifest, 'splitOf'>,
  splits?: ReadonlyMap<string, readonly string[]>,
): string {
  return canonicalText({ name, version, licence, splits: splits && Object.fromEntries(splits) });
}
