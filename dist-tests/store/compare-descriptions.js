/**
 * What makes two runs different things: another corpus, extractor, policy, metric or option. Where they ran, when,
 * with how many workers and under which paths is no difference; `isSharing` says that the shard is none either, nor how
 * many pages fell to it. Empty: figures of both belong together.
 *
 * @returns one phrase a difference, e.g. `the corpus aeb has changed (digest 3fe1… → 91ab…)`
 */
export function differencesBetween(before, now, { isSharing } = { isSharing: false }) {
    return [
        ...differingValue('Assay', before.assay, now.assay),
        ...differingValue('the policy', policyOf(before), policyOf(now)),
        ...differingValue('the list of metrics', before.metrics.join(', '), now.metrics.join(', ')),
        ...differingEntries('corpus', before.corpora, now.corpora, (a, b) => corpusDifferences(a, b, isSharing)),
        ...differingEntries('extractor', before.extractors, now.extractors, extractorDifferences),
        ...differingOptions(before, now, isSharing),
    ];
}
function policyOf({ policy, ownPolicy }) {
    return ownPolicy === undefined ? policy : `${policy} ${JSON.stringify(ownPolicy)}`;
}
function corpusDifferences(before, now, isSharing) {
    return [
        ...changedField('digest', shortHash(before.digest), shortHash(now.digest)),
        ...(isSharing ? [] : changedField('pages taken', String(before.selected), String(now.selected))),
    ];
}
function extractorDifferences(before, now) {
    return [
        ...changedField('version', before.version, now.version),
        ...changedField('driver', before.driver, now.driver),
        ...changedField('options', JSON.stringify(before.options ?? {}), JSON.stringify(now.options ?? {})),
        ...changedField('fingerprint', shortHash(before.fingerprint), shortHash(now.fingerprint)),
    ];
}
/** Entries that only one side has, and those that both have and that differ. */
function differingEntries(what, before, now, compare) {
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
function differingOptions(before, now, isSharing) {
    const left = comparable(before.options, isSharing);
    const right = comparable(now.options, isSharing);
    const names = [...new Set([...left.keys(), ...right.keys()])];
    return names.flatMap((name) => differingValue(`the option ${name}`, left.get(name), right.get(name)));
}
/** Options that the result depends on, as they are shown. */
function comparable(options, isSharing) {
    const { workers: _workers, shard, ...rest } = options;
    const compared = isSharing || shard === undefined ? rest : { ...rest, shard: `${shard.index}/${shard.count}` };
    return new Map(Object.entries(compared).map(([name, value]) => [name, JSON.stringify(value)]));
}
function differingValue(what, before, now) {
    return before === now ? [] : [`${what} differs (${arrow(before, now)})`];
}
function changedField(name, before, now) {
    return before === now ? [] : [`${name} ${arrow(before, now)}`];
}
function arrow(before, now) {
    return `${before ?? 'not given'} → ${now ?? 'not given'}`;
}
function shortHash(hash) {
    return hash.slice(0, 12);
}
