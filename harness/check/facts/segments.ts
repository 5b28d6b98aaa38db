import { squeeze } from '../../document/squeeze.ts';
import type { CheckedPage } from '../checked-page.ts';
import { fact } from '../fact.ts';

/** A snippet, and the same without white space. */
export interface Snippet {
  readonly text: string;
  readonly squeezed: string;
}

/** The snippets of a page that must appear. */
export const wantedSegments = fact(({ gold }: CheckedPage): readonly Snippet[] => {
  return (gold.segments?.with ?? []).map(toSnippet);
});

/** The snippets of a page that must not. */
export const unwantedSegments = fact(({ gold }: CheckedPage): readonly Snippet[] => {
  return (gold.segments?.without ?? []).map(toSnippet);
});

function toSnippet(text: string): Snippet {
  return { text, squeezed: squeeze(text) };
}
