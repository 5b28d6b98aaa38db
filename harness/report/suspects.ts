import type { Colors } from 'picocolors/types.js';
import type { Suspect } from '../analyse/suspects.ts';
import type { Voice } from '../analyse/voices.ts';
import { groupBy } from '../util/group-by.ts';
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

/** Suspects of a page that are shown. */
const SHOWN_OF_PAGE = 3;

/**
 * Suspects by page for the terminal, the page with the most suspicious one first: who agrees and on what, where, and how it
 * begins.
 *
 * @param suspects the most suspicious first
 * @param most how many pages are shown
 */
export function suspectsText(suspects: readonly Suspect[], most: number, colors: Colors): string {
  const pages = groupBy(suspects, ({ corpus, page }) => JSON.stringify([corpus, page]));
  const shown = [...pages.values()].slice(0, most).flatMap((own) => {
    const rest = own.length - SHOWN_OF_PAGE;
    return [
      colors.bold(printable(own[0]!.page)),
      ...own.slice(0, SHOWN_OF_PAGE).flatMap((suspect) => linesOf(suspect, colors)),
      ...(rest > 0 ? [`  … ${formatCount(rest)} more on this page`] : []),
    ];
  });
  const left = pages.size - most;
  return [...shown, ...(left > 0 ? [`… ${formatNumber(left, 'page')} more; --limit or --json`] : [])].join(
    '\n',
  );
}

function linesOf(suspect: Suspect, colors: Colors): string[] {
  const { tokens, gold, goldEnd, place, text } = suspect;
  const address = [gold, goldEnd].filter((path) => path !== undefined).join(' to ');
  const where = [address, place?.path ?? ''].filter((each) => each !== '').join(' · ');
  return [
    `  ${reasonOf(suspect)}, ${formatNumber(tokens, 'token')}`,
    ...(where === '' ? [] : [`    ${printable(where)}`]),
    colors.dim(`    ${cut(printable(text.replace(/\s+/gu, ' ')), LONGEST_TEXT)}`),
  ];
}

/** Why it is suspicious: `17 of 18 leave out what gold requires`. */
function reasonOf({ suspicion, agreeing, voices, isShown }: Suspect): string {
  const who = `${formatCount(agreeing)} of ${formatCount(voices)}`;
  if (suspicion === 'not-in-gold') return `${who} return what gold lacks`;
  if (suspicion === 'forbidden') return `${who} return what gold forbids`;
  const elsewhere = isShown ? '' : ', and the page does not show it';
  return `${who} leave out what gold requires${elsewhere}`;
}
