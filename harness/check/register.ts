import { didYouMean } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import type { Rule } from './rule.ts';
import { authorNotInPage } from './rules/author-not-in-page.ts';
import { boilerplateInBody } from './rules/boilerplate-in-body.ts';
import { boilerplateNotInPage } from './rules/boilerplate-not-in-page.ts';
import { contradictingSegments } from './rules/contradicting-segments.ts';
import { controlCharacters } from './rules/control-characters.ts';
import { duplicatePage } from './rules/duplicate-page.ts';
import { pageTooLarge } from './rules/page-too-large.ts';
import { emptyPage } from './rules/empty-page.ts';
import { goldNotInPage } from './rules/gold-not-in-page.ts';
import { goldOutOfOrder } from './rules/gold-out-of-order.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { lineSeparators } from './rules/line-separators.ts';
import { lowCeiling } from './rules/low-ceiling.ts';
import { markupInGold } from './rules/markup-in-gold.ts';
import { mojibake } from './rules/mojibake.ts';
import { nearDuplicatePage } from './rules/near-duplicate-page.ts';
import { notHidden } from './rules/not-hidden.ts';
import { punctuationMismatch } from './rules/punctuation-mismatch.ts';
import { repeatedAddress } from './rules/repeated-address.ts';
import { repeatedGold } from './rules/repeated-gold.ts';
import { repeatedSegment } from './rules/repeated-segment.ts';
import { segmentNotInGold } from './rules/segment-not-in-gold.ts';
import { segmentNotInPage } from './rules/segment-not-in-page.ts';
import { sharedSite } from './rules/shared-site.ts';
import { siteMismatch } from './rules/site-mismatch.ts';
import { titleMismatch } from './rules/title-mismatch.ts';
import { titleNotInPage } from './rules/title-not-in-page.ts';
import { traitMismatch } from './rules/trait-mismatch.ts';
import { unlabelledInBody } from './rules/unlabelled-in-body.ts';
import { unlabelledShare } from './rules/unlabelled-share.ts';
import { unwantedSegmentInGold } from './rules/unwanted-segment-in-gold.ts';
import { unwantedSegmentNotInPage } from './rules/unwanted-segment-not-in-page.ts';
import { wrongLanguage } from './rules/wrong-language.ts';

/** Every rule, in the order in which reports list them. A new one is one file and one entry in this list. */
export const RULES: readonly Rule[] = [
  goldNotInPage,
  punctuationMismatch,
  goldOutOfOrder,
  repeatedGold,
  boilerplateNotInPage,
  notHidden,
  boilerplateInBody,
  unlabelledInBody,
  unlabelledShare,
  pageTooLarge,
  emptyPage,
  lowCeiling,
  segmentNotInPage,
  unwantedSegmentNotInPage,
  segmentNotInGold,
  unwantedSegmentInGold,
  contradictingSegments,
  repeatedSegment,
  titleNotInPage,
  titleMismatch,
  authorNotInPage,
  impossibleDate,
  wrongLanguage,
  traitMismatch,
  siteMismatch,
  mojibake,
  lineSeparators,
  controlCharacters,
  markupInGold,
  duplicatePage,
  nearDuplicatePage,
  repeatedAddress,
  sharedSite,
];

/**
 * The rules with these names, in the order of the register; all unless somebody chooses.
 *
 * @throws AssayError `usage` for a name that no rule has.
 */
export function selectRules(names: readonly string[] | undefined): readonly Rule[] {
  const known = RULES.map(({ name }): string => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown === undefined) return RULES.filter(({ name }) => names === undefined || names.includes(name));
  const near = didYouMean(unknown, known);
  const fix = near === undefined ? '"assay corpus check --list-rules" gives them' : `did you mean "${near}"?`;
  throw new AssayError('usage', `unknown rule "${unknown}"; ${fix}`);
}
