import type { Gold } from '../model/gold.ts';
import type { Problem } from '../model/problem.ts';
import { GOLD_KEYS, GOLD_OUTLINE } from './outline.ts';
import { readAbout, readMetadata } from './read-about.ts';
import { readBody, readBoilerplate, readComments } from './read-entries.ts';
import { readSegments } from './read-segments.ts';
import type { Finding } from './yaml/fault.ts';
import { inFileOrder } from './yaml/fault.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { readMap } from './yaml/read-map.ts';
import { Reading } from './yaml/reading.ts';

/** A page's gold, or everything that is wrong with it. */
export type GoldReading =
  | { readonly gold: Gold; readonly problems: readonly [] }
  | { readonly gold?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the text of a `gold.yaml`. All problems are found in one go, those behind a syntax error too, and
 * each cause is reported once; they come in the order of the file. Never throws.
 *
 * @param file the path to name in the problems
 */
export function readGold(source: string, file: string): GoldReading {
  const reading = new Reading(parseYaml(source, GOLD_OUTLINE));
  const gold = readRoot(reading);
  if (gold && reading.faults.length === 0) return { gold, problems: [] };
  return { problems: inFileOrder(reading.faults).map((fault) => ({ ...fault, file })) };
}

function readRoot(reading: Reading): Gold | undefined {
  const fields = readMap(reading, reading.root, { keys: GOLD_KEYS });
  if (!fields) return undefined;
  const body = fields.read('body', (slot) => readBody(reading, slot));
  const segments = fields.read('segments', (slot) => readSegments(reading, slot));
  if (!fields.has('body') && !fields.has('segments')) reading.reportFile(NOTHING_LABELLED);
  return {
    about: readAbout(reading, fields),
    metadata: readMetadata(reading, fields),
    ...(body && { body }),
    ...(segments && { segments }),
    comments: fields.read('comments', (slot) => readComments(reading, slot)) ?? [],
    boilerplate: fields.read('boilerplate', (slot) => readBoilerplate(reading, slot)) ?? [],
  };
}

const NOTHING_LABELLED: Finding = {
  code: 'missing-key',
  found: 'no key "body" in the file',
  expected: '"body", which must be there unless "segments" is',
  mend: 'add "body: …"; "body: []" if the page has nothing to extract',
};
