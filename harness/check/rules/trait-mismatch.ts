import { dominantScript } from '../../document/script.ts';
import type { BlockKind, BoilerplateCategory, Trait } from '../../model/vocabulary.ts';
import type { CheckedPage } from '../checked-page.ts';
import { contentNeedles, fact, goldNeedles, goldOrPageText, pageDocument } from '../checked-page.ts';
import type { PageFinding, PageRule } from '../rule.ts';

/** Traits are slices of a report: a wrong one puts a page among others. */
export const traitMismatch: PageRule = {
  name: 'trait-mismatch',
  description:
    'A trait that page or gold contradict, or one that they prove and that is not listed: slices by trait would be wrong.',
  check(page) {
    const { body, about } = page.gold;
    if (body === undefined) return [];
    // A dataset lists the traits that it knows; only a page labelled in our format has a complete list.
    const isComplete = about.labelled !== undefined;
    return TRAIT_EVIDENCE.flatMap(({ trait, evidence, holds, isProof }) => {
      const index = about.traits.indexOf(trait);
      if (index >= 0) return holds(page) ? [] : [contradicted(trait, evidence, index)];
      return isComplete && isProof && holds(page) ? [unlisted(trait, evidence)] : [];
    });
  },
};

function contradicted(trait: Trait, evidence: string, index: number): PageFinding {
  return {
    path: `traits[${index}]`,
    found: `the trait "${trait}" without ${evidence}`,
    expected: `${evidence}, or not this trait`,
    fix: 'take the trait away, or complete the gold',
  };
}

function unlisted(trait: Trait, evidence: string): PageFinding {
  return {
    path: 'traits',
    found: `${evidence} without the trait "${trait}"`,
    expected: 'every trait of the vocabulary that the page shows',
    fix: `add "${trait}"`,
  };
}

/** What decides whether a page has a trait, as far as page and gold can decide it. */
interface TraitEvidence {
  readonly trait: Trait;
  /** What is looked for, for messages: `a table in the body`. */
  readonly evidence: string;
  readonly holds: (page: CheckedPage) => boolean;
  /** Does a page with the evidence always have the trait? */
  readonly isProof: boolean;
}

/** Traits that page and gold can contradict. The others are for a reader to judge. */
const TRAIT_EVIDENCE: readonly TraitEvidence[] = [
  proof('tables', 'a table in the body', (page) => hasKind(page, 'table')),
  proof('lists', 'a list in the body', (page) => hasKind(page, 'ul', 'ol', 'dl')),
  proof('code', 'a code block in the body', (page) => hasKind(page, 'code')),
  sign('quotes', 'a quotation in the body', (page) => hasKind(page, 'quote')),
  sign('captions', 'a caption in the body', (page) => hasKind(page, 'caption')),
  proof('comments', 'comments', ({ gold }) => gold.comments.length > 0),
  sign('author-bio', 'an author-bio', (page) => hasCategory(page, 'author-bio')),
  sign('newsletter-pitch', 'a newsletter entry', (page) => hasCategory(page, 'newsletter')),
  sign('related-teasers', 'a related entry', (page) => hasCategory(page, 'related')),
  sign('cookie-notice', 'a cookie entry', (page) => hasCategory(page, 'cookie')),
  sign('paywall', 'a paywall entry', (page) => hasCategory(page, 'paywall')),
  proof('script-text', 'text "from: script"', (page) =>
    goldNeedles(page).some(({ from }) => from === 'script'),
  ),
  proof('legacy-encoding', 'bytes in an encoding other than UTF-8', isLegacy),
  proof('right-to-left', 'text in Arabic or Hebrew script', isRightToLeft),
  proof('flat-text', 'a page of plain text', ({ page }) => page.media === 'text'),
  proof('nothing-to-extract', 'an empty body', (page) => contentNeedles(page).length === 0),
];

type Holds = TraitEvidence['holds'];

function proof(trait: Trait, evidence: string, holds: Holds): TraitEvidence {
  return { trait, evidence, holds, isProof: true };
}

/** Without it a page does not have the trait; with it, it may have it. */
function sign(trait: Trait, evidence: string, holds: Holds): TraitEvidence {
  return { trait, evidence, holds, isProof: false };
}

function hasKind(page: CheckedPage, ...kinds: readonly BlockKind[]): boolean {
  return kinds.some((kind) => bodyKinds(page).has(kind));
}

/** The kinds of the body, those inside of items and cells too. */
const bodyKinds = fact((page): ReadonlySet<string> => {
  return new Set(
    contentNeedles(page).flatMap((text) =>
      text.type === 'block' ? [text.name, ...text.within.map(({ kind }) => kind)] : [],
    ),
  );
});

function hasCategory(page: CheckedPage, category: BoilerplateCategory): boolean {
  return goldNeedles(page).some(({ type, name }) => type === 'boilerplate' && name === category);
}

function isLegacy(page: CheckedPage): boolean {
  const { encoding } = pageDocument(page);
  // A page of ASCII is UTF-8, whatever it declares.
  return encoding !== undefined && encoding.name !== 'UTF-8' && !isAscii(page.page.bytes);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function isRightToLeft(page: CheckedPage): boolean {
  const script = dominantScript(goldOrPageText(page));
  return script === 'Arabic' || script === 'Hebrew';
}
