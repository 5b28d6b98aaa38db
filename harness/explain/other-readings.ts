import { parseFragment } from 'parse5';
import type { Alteration } from './classes.ts';
import { readAgain } from './encodings.ts';
import { fold } from './folded-tokens.ts';

/** What a text is in folded form if it is read otherwise, and what became of it then. */
export type OtherReading = readonly [kind: Extract<Alteration, 'entity' | 're-encoded'>, folded: string];

/** The same in every encoding that pages come in. */
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\0-\x7F]*$/u;

/** Where an entity may begin. */
const ENTITY = /&[#A-Za-z]/u;

/** Whether there is only one way to read a text. */
export function isPlain(text: string): boolean {
  return ASCII.test(text) && !ENTITY.test(text);
}

/** Readings of a text that came out as it stands in the source: with its entities decoded, else in another encoding. */
export function otherReadings(text: string, encoding = 'UTF-8'): OtherReading[] {
  const readings: OtherReading[] = [];
  if (ENTITY.test(text)) readings.push(['entity', fold(decodeEntities(text))]);
  if (ASCII.test(text)) return readings;
  for (const each of new Set(['UTF-8', encoding])) {
    const read = readAgain(text, each);
    if (read !== undefined) readings.push(['re-encoded', fold(read)]);
  }
  return readings;
}

/** A text with its entities decoded; its tags stay as they are. */
export function decodeEntities(text: string): string {
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes;
  return node !== undefined && 'value' in node ? node.value : text;
}
