import type { BlockKind } from './vocabulary.ts';

/** What a block is to the score: must come out, may come out, must not come out. */
export type Role = 'required' | 'optional' | 'forbidden';

/** Which blocks are required. Body kinds that are not required are optional; boilerplate is always forbidden. */
export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly required: readonly BlockKind[];
  readonly comments: Extract<Role, 'required' | 'forbidden'>;
}

const ARTICLE: readonly BlockKind[] = [
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'dl', 'quote', 'code', 'table',
]; // prettier-ignore

/** The policies that come with Assay, by name; `article` is the default. */
export const POLICIES = {
  article: {
    name: 'article',
    description: 'the text of the article; title, byline, dates, captions and notes may come along',
    required: ARTICLE,
    comments: 'forbidden',
  },
  reader: {
    name: 'reader',
    description: 'what a reading view shows: title, standfirst and captions must come out too',
    required: ['title', 'standfirst', 'caption', ...ARTICLE],
    comments: 'forbidden',
  },
  prose: {
    name: 'prose',
    description: 'running text only: paragraphs and quotations; all other content may come along',
    required: ['p', 'quote'],
    comments: 'forbidden',
  },
  discussion: {
    name: 'discussion',
    description: 'the article and what readers wrote under it',
    required: ARTICLE,
    comments: 'required',
  },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof POLICIES;
