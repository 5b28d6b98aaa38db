import { squeeze } from '../../document/squeeze.ts';
import type { CheckedPage } from '../checked-page.ts';

/** A snippet, and the same without white space. */
export interface Snippet {
  readonly text: string;
  readonly squeezed: string;
}

/** The snippets of a page that must appear. */
export function wantedSegments({ gold }: CheckedPage): readonly Snippet[] {
  return (gold.segments?.with ?? []).map(toSnippet);
}

/** The snippets of a page that must not. */
export function unwantedSegments({ gold }: CheckedPage): readonly Snippet[] {
  return (gold.segments?.without ?? []).map(toSnippet);
}

function toSnippet(text: string): Snippet {
  return { text, squeezed: squeeze(text) };
}
