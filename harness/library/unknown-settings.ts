import { didYouMean } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';

/**
 * Refuses settings with unknown names: they would be ignored, and something else would be done than was meant.
 *
 * @param of what the settings are of, for the message
 * @throws AssayError `usage` for the first such name, with the one that is right.
 */
export function refuseUnknownNames(settings: object, known: readonly string[], of: string): void {
  const unknown = Object.keys(settings).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  // The name in options and configurations, which differs too much to be found as a slip.
  const near = didYouMean(unknown === 'corpus' ? 'corpora' : unknown, known);
  const fix = near === undefined ? `known are ${known.join(', ')}` : `did you mean "${near}"?`;
  throw new AssayError('usage', `${of}: found the unknown setting "${unknown}"; ${fix}`);
}

/**
 * Refuses a name where the thing itself is expected, as functions that read no configuration do.
 *
 * @param write what is to be written for a name
 * @throws AssayError `usage` for the first name.
 */
export function refuseNames(values: readonly unknown[], of: string, write: (name: string) => string): void {
  const name = values.find((value) => typeof value === 'string');
  if (name === undefined) return;
  throw new AssayError(
    'usage',
    `${of}: found the name "${name}"; expected what it stands for; write ${write(name)}`,
  );
}
