import type { CorpusOfRun, ExtractorOfRun, RunDescription } from './run-description.ts';

/**
 * What makes two runs different things: another corpus, extractor, policy, metric or option. Where they ran, when,
 * with how many workers and under which paths is no difference; `isSharing` says that the shard is none either, nor how
 * many pages fell to it. Empty: figures of both belong together.
 *
 * @returns one phrase a difference, e.g. `the corpus aeb has changed (digest 3fe1… → 91ab…)`
 */
export function differencesBetween(
  before: RunDescription,
  now: RunDescription,
  { isSharing }: { readonly isSharing: boolean } = { isSharing: false },
): string[] {
  return [
    ...differingValue('Assay', before.assay, now.assay),
    ...differingValue('the policy', policyOf(before), policyOf(now)),
    ...differingValue('the list of metrics', before.metrics.join(', '), now.metrics.join(', ')),
    ...differingEntries('corpus', before.corpora, now.corpora, corpusDifferences),
    ...(isSharing ? [] : differingCounts(before.corpora, now.corpora)),
    ...differingEntries('extractor', before.extractors, now.extractors, extractorDifferences),
    ...differingOptions(before, now, isSharing),
  ];
}

function policyOf({ policy, ownPolicy }: RunDescription): string {
  return ownPolicy === undefined ? policy : `${policy} ${JSON.stringify(ownPolicy)}`;
}

function corpusDifferences(before: CorpusOfRun, now: CorpusOfRun): string[] {
  return changedField('digest', shortHash(before.digest), shortHash(now.digest));
}

/** How many pages were taken from corpora that both have. */
function differingCounts(before: readonly CorpusOfRun[], now: readonly CorpusOfRun[]): string[] {
  return now.flatMap(({ name, selected }) => {
    const old = before.find((each) => each.name === name) ?? { selected };
    return differingValue(`the number of pages taken from ${name}`, String(old.selected), String(selected));
  });
}

function extractorDifferences(before: ExtractorOfRun, now: ExtractorOfRun): string[] {
  return [
    ...changedField('version', before.version, now.version),
    ...changedField('driver', before.driver, now.driver),
    ...changedField('options', JSON.stringify(before.options ?? {}), JSON.stringify(now.options ?? {})),
    ...changedField('fingerprint', shortHash(before.fingerprint), shortHash(now.fingerprint)),
  ];
}

/** Entries that only one side has, and those that both have and that differ. */
function differingEntries<Entry extends { readonly name: string }>(
  what: string,
  before: readonly Entry[],
  now: readonly Entry[],
  compare: (before: Entry, now: Entry) => readonly string[],
): string[] {
  const gone = before.filter(({ name }) => !now.some((each) => each.name === name));
  const added = now.filter(({ name }) => !before.some((each) => each.name === name));
  const both = now.flatMap((entry) => {
    const old = before.find(({ name }) => name === entry.name);
    const differences = old === undefined ? [] : compare(old, entry);
    return differences.length === 0
      ? []
      : [`the ${what} ${entry.name} has changed (${differences.join(', ')})`];
  });
  return [
    ...gone.map(({ name }) => `the ${what} ${name} is missing`),
    ...added.map(({ name }) => `the ${what} ${name} is new`),
    ...both,
  ];
}

function differingOptions(before: RunDescription, now: RunDescription, isSharing: boolean): string[] {
  const left = comparable(before.options, isSharing);
  const right = comparable(now.options, isSharing);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => differingValue(`the option ${name}`, left.get(name), right.get(name)));
}

/** Options that the result depends on, as they are shown. */
function comparable(options: RunDescription['options'], isSharing: boolean): Map<string, string> {
  const { workers: _workers, shard, ...rest } = options;
  const compared =
    isSharing || shard === undefined ? rest : { ...rest, shard: `${shard.index}/${shard.count}` };
  return new Map(Object.entries(compared).map(([name, value]) => [name, JSON.stringify(value)]));
}

function differingValue(what: string, before: string | undefined, now: string | undefined): string[] {
  return before === now ? [] : [`${what} differs (${arrow(before, now)})`];
}

function changedField(name: string, before: string, now: string): string[] {
  return before === now ? [] : [`${name} ${arrow(before, now)}`];
}

function arrow(before: string | undefined, now: string | undefined): string {
  return `${before ?? 'not given'} → ${now ?? 'not given'}`;
}

function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
