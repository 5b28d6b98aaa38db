import type { Colors } from 'picocolors/types.js';
import type { Suspect } from '../analyse/suspects.ts';
import type { Voice } from '../analyse/voices.ts';
import { printable } from '../util/printable.ts';
import { cut } from './columns.ts';
import { formatCount, formatNumber } from './format.ts';

/** Characters of a text that are shown. */
const LONGEST_TEXT = 100;

/** Who was asked, for the terminal: `aeb: 3 independent voices: a, b = c, d`. */
export function voicesText(corpus: string, voices: readonly Voice[]): string {
  const names = voices.map((voice) => voice.map(printable).join(' = ')).join(', ');
  return `${printable(corpus)}: ${formatNumber(voices.length, 'independent voice')}: ${names}`;
}

/** A suspect for the terminal: who agrees and on what, where, and how it begins. */
export function suspectText(suspect: Suspect, colors: Colors): string {
  const { page, tokens, gold, goldEnd, place, text } = suspect;
  const address = [gold, goldEnd].filter((path) => path !== undefined).join(' to ');
  const where = [address, place?.path ?? ''].filter((each) => each !== '').join(' · ');
  return [
    `${colors.bold(printable(page))}  ${reasonOf(suspect)}, ${formatNumber(tokens, 'token')}`,
    ...(where === '' ? [] : [`    ${printable(where)}`]),
    colors.dim(`    ${cut(printable(text.replace(/\s+/gu, ' ')), LONGEST_TEXT)}`),
  ].join('\n');
}

/** Why it is suspicious: `17 of 18 leave out what gold requires`. */
export function reasonOf({ suspicion, agreeing, voices, place }: Suspect): string {
  const who = `${formatCount(agreeing)} of ${formatCount(voices)}`;
  if (suspicion === 'not-in-gold') return `${who} return what gold lacks`;
  if (suspicion === 'forbidden') return `${who} return what gold forbids`;
  const elsewhere = place === undefined ? ', and the page does not have it so' : '';
  return `${who} leave out what gold requires${elsewhere}`;
}
