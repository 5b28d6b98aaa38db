import type { GoldDocument, GoldLeaf } from '../model/document.ts';
import { unthreaded } from '../model/gold.ts';
import type { Gold } from '../model/gold.ts';
import { entryOf } from '../model/gold-path.ts';
import { goldTexts, titleText } from '../model/gold-text.ts';
import type { GoldBlockText } from '../model/gold-text.ts';
import type { Policy } from '../model/policy.ts';

/**
 * Gold under a policy: the required and the optional blocks in page order, each list item and table cell a
 * leaf. Boilerplate is left out; comments follow the body where the policy requires them. The metadata title
 * stands for a title block before the body unless the body has one of its own, or there is nothing to extract.
 */
export function goldToDocument(gold: Gold, policy: Policy): GoldDocument {
  const lists = policy.comments === 'required' ? (['body', 'comments'] as const) : (['body'] as const);
  const texts = goldTexts(gold, lists).filter((text) => text.type === 'block');
  const isLabelled = unthreaded(gold.body ?? []).some(({ type }) => type === 'block');
  const title = isLabelled ? titleText(gold) : undefined;
  return { blocks: toLeaves(title === undefined ? texts : [title, ...texts], policy) };
}

function toLeaves(texts: readonly GoldBlockText[], { required }: Policy): GoldLeaf[] {
  let unit = -1;
  let entry = '';
  return texts.map((text) => {
    if (entryOf(text.path) !== entry) unit++;
    entry = entryOf(text.path);
    return { ...text, role: !text.optional && required.includes(text.kind) ? 'required' : 'optional', unit };
  });
}
