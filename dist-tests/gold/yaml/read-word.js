import { isWordOf } from "../../model/vocabulary.js";
import { didYouMean } from "../../util/did-you-mean.js";
import { readText } from "./read-text.js";
import { startOf } from "./reading.js";
/** A word of a closed vocabulary; nothing when it is none, which is reported. */
export function readWord(reading, slot, vocabulary) {
    const word = readText(reading, slot, { isWord: true });
    if (word === undefined)
        return undefined;
    if (isWordOf(vocabulary, word))
        return word;
    const near = didYouMean(word, Object.keys(vocabulary));
    return reading.report(slot.value ? startOf(slot.value) : slot.at, {
        code: 'unknown-word',
        found: `unknown word "${word}" for ${slot.name}`,
        expected: `one of ${Object.keys(vocabulary).join(', ')}`,
        mend: near === undefined ? 'take one of these words' : `did you mean "${near}"?`,
    });
}
