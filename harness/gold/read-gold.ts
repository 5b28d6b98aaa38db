import type { Gold } from '../model/gold.ts';
import type { GoldPlaces } from '../model/gold-path.ts';
import type { Problem } from '../model/problem.ts';
import { GOLD_FORMAT } from './format.ts';
import { defined } from '../util/defined.ts';
import { readKeys } from './values.ts';
import { Reading, readMap } from './yaml/reading.ts';

/** A page's gold with where each piece of it stands in the file, or everything that is wrong with it. */
export type GoldReading =
  | { readonly gold: Gold; readonly places: GoldPlaces; readonly problems: readonly [] }
  | { readonly gold?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the text of a `gold.yaml`. All problems of what could be read are found in one go, and each cause is reported
 * once; they come in the order of the file. Where a fault of the syntax leaves the rest of the file unread, one problem
 * says so. Never throws.
 *
 * @param file the path to name in the problems
 */
export function readGold(source: string, file: string): GoldReading {
  const reading = new Reading(source);
  const gold = readRoot(reading);
  if (gold && reading.faultCount === 0) return { gold, places: reading.places, problems: [] };
  return { problems: reading.problems(file) };
}

/** Keys whose values are maps with keys of their own. */
const INNER = Object.fromEntries(
  Object.entries(GOLD_FORMAT).map(([key, { value }]) => [key, Object.keys(value.keys ?? {})]),
);

function readRoot(reading: Reading): Gold | undefined {
  const fields = readMap(reading, reading.root, { keys: Object.keys(GOLD_FORMAT), inner: INNER });
  if (!fields) return undefined;
  if (!fields.has('body') && !fields.has('segments')) {
    reading.reportFile({
      code: 'missing-key',
      found: 'no key "body" in the file',
      expected: '"body", which must be there unless "segments" is',
      fix: 'add "body: …"; "body: []" if the page has nothing to extract',
    });
  }
  const values = readKeys(reading, fields, GOLD_FORMAT, '');
  const { title, publisher, authors, published, body, segments, comments, boilerplate, ...about } = values;
  return {
    about: { ...about, traits: about.traits ?? [] },
    metadata: defined({ title, publisher, authors, published }),
    ...(body && { body }),
    ...(segments && { segments }),
    comments: comments ?? [],
    boilerplate: boilerplate ?? [],
  };
}
