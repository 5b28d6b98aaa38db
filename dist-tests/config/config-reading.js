import { didYouMean } from "../util/did-you-mean.js";
import { describeValue } from "../util/describe-value.js";
import { isRecord } from "../util/is-record.js";
import { isWordOf } from "../model/vocabulary.js";
/** What a name may be: it heads rows, stands in signatures and may become the name of a file. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]{0,99}$/u;
/**
 * A configuration being read. Every reader gives the value, or nothing where there is none of the right kind,
 * which it has reported then. A key whose value is `undefined` counts as absent.
 */
export class ConfigReading {
    faults = [];
    report({ path }, found, expected, mend) {
        this.faults.push({ path, found, expected, mend });
    }
    /** Reports a value of the wrong kind. */
    refuse(slot, expected, mend) {
        const found = slot.value === undefined ? 'nothing' : describeValue(slot.value);
        return this.report(slot, found, expected, mend);
    }
    /** The values of a map, whatever its keys. */
    fields(slot, expected, mend) {
        if (!isRecord(slot.value))
            return this.refuse(slot, expected, mend);
        return Object.entries(slot.value)
            .map(([key, value]) => ({ path: [...slot.path, key], value }))
            .filter(({ value }) => value !== undefined);
    }
    /** The values of a map with closed keys, by key. */
    closed(slot, keys) {
        const fields = this.fields(slot, `a map with the keys ${keys.join(', ')}`, 'write key: value');
        for (const field of fields ?? []) {
            const key = nameOf(field);
            if (keys.includes(key))
                continue;
            const near = didYouMean(key, keys);
            const mend = near === undefined ? 'take it away' : `did you mean "${near}"?`;
            this.report(field, `the unknown key "${key}"`, `one of ${keys.join(', ')}`, mend);
        }
        return fields && new Map(fields.map((field) => [nameOf(field), field]));
    }
    /** The values of a map from names that users choose; a name that is none is reported. */
    named(slot, expected, mend) {
        const fields = this.fields(slot, expected, mend) ?? [];
        return fields.filter((field) => {
            if (NAME.test(nameOf(field)))
                return true;
            const found = `the name ${JSON.stringify(nameOf(field))}`;
            const characters = 'letters, digits and . _ - @ +, the first a letter or digit, at most 100';
            return this.report(field, found, characters, 'give it another name');
        });
    }
    /** A text that is not blank. */
    text(slot, expected, mend) {
        if (typeof slot.value === 'string' && slot.value.trim() !== '')
            return slot.value;
        return this.refuse(slot, expected, mend);
    }
    /** A list that is not empty. */
    list(slot, expected, mend) {
        const { path, value } = slot;
        if (!Array.isArray(value))
            return this.refuse(slot, expected, mend);
        if (value.length === 0)
            return this.report(slot, 'an empty list', expected, mend);
        return Array.from(value).map((item, index) => ({ path: [...path, index], value: item }));
    }
    /** A whole number of at least 1. */
    count(slot, mend) {
        const { value } = slot;
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1)
            return value;
        return this.refuse(slot, 'a whole number of at least 1', mend);
    }
    /** One of the words of a closed vocabulary. */
    word(slot, vocabulary) {
        const { value } = slot;
        if (typeof value === 'string' && isWordOf(vocabulary, value))
            return value;
        const words = Object.keys(vocabulary);
        const near = typeof value === 'string' ? didYouMean(value, words) : undefined;
        const mend = near === undefined ? 'take one of these words' : `did you mean "${near}"?`;
        return this.refuse(slot, `one of ${words.join(', ')}`, mend);
    }
}
/** The key that a value stands behind. */
export function nameOf({ path }) {
    return String(path.at(-1) ?? '');
}
