import type { Gold, GoldAbout, GoldMetadata } from '../../model/gold.ts';
import type { LabelledPage, Slices } from '../../model/page.ts';
import { defined } from '../../util/defined.ts';
import { isDateOrTime, isLanguageTag, isWebAddress } from '../../gold/forms.ts';
import { holdableGold } from '../../gold/holdable-gold.ts';

/** A page's gold as a `gold.yaml` can hold it. */
export interface NativeGold {
  readonly gold: Gold;
  /** What could not be kept as it was, e.g. `dates that are not written as in ISO 8601`, with an example. */
  readonly changes: readonly { readonly what: string; readonly example: string }[];
}

/**
 * The gold of a page with all that a native corpus keeps in its `gold.yaml`: address, content type and slices of the
 * page too. Texts change only where that changes no score (see `holdableGold`); an address, a language or a date that
 * is invalid is left out.
 */
export function nativeGold({ page, gold }: LabelledPage, slices: Slices): NativeGold {
  const changes: { what: string; example: string }[] = [];
  const left = (what: string, example: string): undefined => {
    changes.push({ what, example });
  };
  const { gold: held, changed } = holdableGold(gold);
  if (changed !== undefined) left('texts with characters that gold.yaml does not take', changed);
  const about = aboutOf({ page, gold: held }, slices, left);
  return { gold: { ...held, about, metadata: metadataOf(held.metadata, left) }, changes };
}

type Leave = (what: string, example: string) => undefined;

function aboutOf({ page, gold }: LabelledPage, slices: Slices, left: Leave): GoldAbout {
  const { about } = gold;
  const { traits, kind, language, split: _, ...others } = slices;
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined) left(`the slice "${name}", which gold.yaml does not have`, value);
  }
  const tag = about.language ?? language;
  const response = defined({ ...about.response, type: page.contentType ?? about.response?.type });
  return defined({
    ...about,
    url: addressOf(about.url ?? page.url, left),
    kind: about.kind ?? kind,
    language: tag === undefined || isLanguageTag(tag) ? tag : left('languages that are no tags', tag),
    traits: [...new Set([...about.traits, ...traits])],
    response: Object.keys(response).length === 0 ? undefined : response,
  });
}

/** An address with spaces in it means the same with them escaped. */
function addressOf(url: string | undefined, left: Leave): string | undefined {
  if (url === undefined || isWebAddress(url)) return url;
  const escaped = URL.canParse(url) ? new URL(url).href : url;
  return isWebAddress(escaped) ? escaped : left('addresses that do not begin with http', url);
}

function metadataOf({ published, ...metadata }: GoldMetadata, left: Leave): GoldMetadata {
  if (published === undefined) return metadata;
  if (published === 'none' || isDateOrTime(published)) return { ...metadata, published };
  left('dates that are not written as in ISO 8601', published);
  return metadata;
}
