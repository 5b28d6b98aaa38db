import { authorNotInPage } from "./rules/author-not-in-page.js";
import { boilerplateInBody } from "./rules/boilerplate-in-body.js";
import { boilerplateNotInPage } from "./rules/boilerplate-not-in-page.js";
import { contradictingSegments } from "./rules/contradicting-segments.js";
import { controlCharacters } from "./rules/control-characters.js";
import { duplicatePage } from "./rules/duplicate-page.js";
import { emptyPage } from "./rules/empty-page.js";
import { goldNotInPage } from "./rules/gold-not-in-page.js";
import { goldOutOfOrder } from "./rules/gold-out-of-order.js";
import { impossibleDate } from "./rules/impossible-date.js";
import { lineSeparators } from "./rules/line-separators.js";
import { lowCeiling } from "./rules/low-ceiling.js";
import { markupInGold } from "./rules/markup-in-gold.js";
import { mojibake } from "./rules/mojibake.js";
import { nearDuplicatePage } from "./rules/near-duplicate-page.js";
import { punctuationMismatch } from "./rules/punctuation-mismatch.js";
import { repeatedAddress } from "./rules/repeated-address.js";
import { repeatedGold } from "./rules/repeated-gold.js";
import { repeatedSegment } from "./rules/repeated-segment.js";
import { segmentNotInGold } from "./rules/segment-not-in-gold.js";
import { segmentNotInPage } from "./rules/segment-not-in-page.js";
import { sharedSite } from "./rules/shared-site.js";
import { siteMismatch } from "./rules/site-mismatch.js";
import { titleMismatch } from "./rules/title-mismatch.js";
import { titleNotInPage } from "./rules/title-not-in-page.js";
import { traitMismatch } from "./rules/trait-mismatch.js";
import { unlabelledShare } from "./rules/unlabelled-share.js";
import { unwantedSegmentInGold } from "./rules/unwanted-segment-in-gold.js";
import { unwantedSegmentNotInPage } from "./rules/unwanted-segment-not-in-page.js";
import { wrongLanguage } from "./rules/wrong-language.js";
/** Every rule, in the order in which reports list them. A new one is one file and one entry in this list. */
export const RULES = [
    goldNotInPage,
    punctuationMismatch,
    goldOutOfOrder,
    repeatedGold,
    boilerplateNotInPage,
    boilerplateInBody,
    unlabelledShare,
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
