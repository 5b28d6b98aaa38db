import { AssayError } from './error.ts';
import { excerpt } from './excerpt.ts';

/** A longer one would not become a regular expression. */
const LONGEST = 1000;

/**
 * A glob, as it is.
 *
 * @throws AssayError `usage` for one of more than 1,000 characters.
 */
export function boundedGlob(glob: string): string {
  if (glob.length <= LONGEST) return glob;
  const found = `found a glob of ${glob.length} characters (${excerpt(glob)})`;
  throw new AssayError('usage', `${found}; expected at most ${LONGEST}; write several, or a shorter one`);
}
