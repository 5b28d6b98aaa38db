import { dominantScript } from '../../document/script.ts';
import type { BodyEntry, Cell, GoldBlock } from '../../model/gold.ts';
import type { BlockKind, BoilerplateCategory, Trait } from '../../model/vocabulary.ts';
import type { CheckedPage } from '../checked-page.ts';
import { contentTexts, goldTexts } from './gold-texts.ts';
import { decodedPage, pageText } from './page-text.ts';

/** What decides whether a page has a trait, as far as page and gold can decide it. */
export interface TraitEvidence {
  /** What is looked for, for messages: `a table in the body`. */
  readonly evidence: string;
  readonly holds: (page: CheckedPage) => boolean;
  /** Does a page with the evidence always have the trait? */
  readonly isProof: boolean;
}

/** Traits that page and gold can contradict. The others are for a reader to judge. */
export const TRAIT_EVIDENCE: Readonly<Partial<Record<Trait, TraitEvidence>>> = {
  tables: proof('a table in the body', (page) => hasKind(page, 'table')),
  lists: proof('a list in the body', (page) => hasKind(page, 'ul', 'ol', 'dl')),
  code: proof('a code block in the body', (page) => hasKind(page, 'code')),
  quotes: sign('a quotation in the body', (page) => hasKind(page, 'quote')),
  captions: sign('a caption in the body', (page) => hasKind(page, 'caption')),
  comments: proof('comments', ({ gold }) => gold.comments.length > 0),
  'author-bio': sign('an author-bio', (page) => hasCategory(page, 'author-bio')),
  'newsletter-pitch': sign('a newsletter entry', (page) => hasCategory(page, 'newsletter')),
  'related-teasers': sign('a related entry', (page) => hasCategory(page, 'related')),
  'cookie-notice': sign('a cookie entry', (page) => hasCategory(page, 'cookie')),
  paywall: sign('a paywall entry', (page) => hasCategory(page, 'paywall')),
  'script-text': proof('text "from: script"', (page) =>
    page.get(goldTexts).some(({ from }) => from === 'script'),
  ),
  'legacy-encoding': proof('bytes in an encoding other than UTF-8', isLegacy),
  'right-to-left': proof('text in Arabic or Hebrew script', isRightToLeft),
  'flat-text': proof('a page of plain text', ({ page }) => page.media === 'text'),
  'nothing-to-extract': proof('an empty body', (page) => page.get(contentTexts).length === 0),
};

type Holds = TraitEvidence['holds'];

function proof(evidence: string, holds: Holds): TraitEvidence {
  return { evidence, holds, isProof: true };
}

/** Without it a page does not have the trait; with it, it may have it. */
function sign(evidence: string, holds: Holds): TraitEvidence {
  return { evidence, holds, isProof: false };
}

function hasKind(page: CheckedPage, ...kinds: readonly BlockKind[]): boolean {
  return kinds.some((kind) => page.get(bodyKinds).has(kind));
}

/** The kinds of the body, those inside of items and cells too. */
function bodyKinds({ gold }: CheckedPage): ReadonlySet<BlockKind> {
  const kinds = new Set<BlockKind>();
  const add = (entry: BodyEntry): void => {
    if (entry.type === 'boilerplate') return;
    kinds.add(entry.kind);
    for (const cell of cellsOf(entry)) if (typeof cell !== 'string') cell.forEach(add);
  };
  gold.body?.forEach(add);
  return kinds;
}

function cellsOf(block: GoldBlock): readonly Cell[] {
  if ('items' in block) return block.items;
  if ('rows' in block) return block.rows.flat();
  return 'entries' in block ? block.entries.flatMap(({ texts }) => texts) : [];
}

function hasCategory(page: CheckedPage, category: BoilerplateCategory): boolean {
  return page.get(goldTexts).some(({ type, name }) => type === 'boilerplate' && name === category);
}

function isLegacy(page: CheckedPage): boolean {
  const { encoding } = page.get(decodedPage);
  // A page of ASCII is UTF-8, whatever it declares.
  return encoding !== undefined && encoding.name !== 'UTF-8' && !isAscii(page.page.bytes);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function isRightToLeft(page: CheckedPage): boolean {
  const content = page.get(contentTexts).map(({ text }) => text);
  const script = dominantScript(content.length === 0 ? page.get(pageText) : content.join('\n'));
  return script === 'Arabic' || script === 'Hebrew';
}
