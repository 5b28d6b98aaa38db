import { isWordOf } from '../../model/vocabulary.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { readText } from './read-text.ts';
import type { Reading, Slot } from './reading.ts';
import { startOf } from './reading.ts';

/** A word of a closed vocabulary; nothing when it is none, which is reported. */
export function readWord<Word extends string>(
  reading: Reading,
  slot: Slot,
  vocabulary: Readonly<Record<Word, unknown>>,
): Word | undefined {
  const word = readText(reading, slot, { isWord: true });
  if (word === undefined) return undefined;
  if (isWordOf(vocabulary, word)) return word;
  const near = didYouMean(word, Object.keys(vocabulary));
  return reading.report(slot.value ? startOf(slot.value) : slot.at, {
    code: 'unknown-word',
    found: `unknown word "${word}" for ${slot.name}`,
    expected: `one of ${Object.keys(vocabulary).join(', ')}`,
    mend: near === undefined ? 'take one of these words' : `did you mean "${near}"?`,
  });
}
