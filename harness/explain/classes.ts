import { BOILERPLATE_CATEGORIES } from '../model/vocabulary.ts';

/**
 * The closed vocabularies of explanations. Each word stands with its meaning: tables, the documentation and the JSON
 * Schema are made from here. A word is added here, never changed.
 */

/** What a surplus run is: where its text stands in the page, or what became of it. One word for each run. */
export const SURPLUS_CLASSES = {
  ...BOILERPLATE_CATEGORIES,
  comment: 'what readers wrote under the text',
  aside: 'a sidebar or aside of no category',
  title: 'a headline that gold does not have',
  byline: 'the name of an author that gold does not have',
  dateline: 'a date that gold does not have',
  caption: 'a caption that gold does not have',
  optional: 'some of an optional block, too little to count as the block',
  duplicate: 'gold that came out once more',
  moved: 'gold that came out in another place',
  altered: 'gold that came out in other letters or other words: glued, split, read in a wrong encoding …',
  hidden: 'text of an element that a reader does not see',
  script: 'text that stands only in a script of the page',
  attribute: 'text of an attribute, such as alt or title',
  unrendered: 'text that browsers do not show: the title of the document, noscript, templates, form fields',
  invented: 'text that stands nowhere in the page',
  unlabelled: 'text of the page of which neither gold nor its element says what it is',
} as const;

export type SurplusClass = keyof typeof SURPLUS_CLASSES;

/** What a missing run is: what became of it, else its likely cause, else its place in the body. One word for each run. */
export const MISSING_CLASSES = {
  altered: 'it came out in other letters or other words: glued, split, read in a wrong encoding …',
  moved: 'it came out in another place',
  'from-script': 'the page has it only in a script',
  'from-hidden':
    'the page has it only in an element that a reader does not see, in an attribute or in noscript',
  'not-in-page': 'the page does not have it as gold has it',
  'whole-body': 'nothing of the gold came out',
  'in-comments': 'it stands in what looks like a comment section',
  'in-details': 'it stands in an element that opens on a click',
  'in-figure': 'it stands in a figure',
  'in-table': 'it stands in a table',
  'in-list': 'it stands in a list',
  'in-quote': 'it stands in a block quotation',
  'in-code': 'it stands in a block of code',
  heading: 'it is a heading whose neighbours came out',
  'after-ad': 'it begins right behind an advertisement or another appeal to readers',
  'second-container': 'it stands in another element than the text that came out',
  lead: 'it is the beginning of the body, or of what stands behind the headline',
  tail: 'it is the end of the body',
  middle: 'it stands in the middle of the body',
  unexplained: 'a snippet that did not come out, for which the page shows no cause',
} as const;

export type MissingClass = keyof typeof MISSING_CLASSES;

/** Where in the body a missing run stands. */
export const POSITIONS = {
  lead: 'it holds the first word that is required, or the first behind headline, standfirst and byline',
  middle: 'it holds neither the first nor the last word that is required',
  tail: 'it holds the last word that is required',
  'whole-body': 'it is all of the body',
} as const;

export type Position = keyof typeof POSITIONS;

/** How text was altered on its way. */
export const ALTERATIONS = {
  glued: 'words run together that are apart in the page',
  split: 'a word that is in pieces',
  case: 'capitals for small letters or the other way round',
  punctuation: 'a sign inside a word that was dropped or added',
  accents: 'letters without their marks, or with others',
  entity: 'an entity of HTML that was left as it stands in the source',
  're-encoded': 'bytes that were read in a wrong encoding',
  respelled: 'nearly the same letters',
} as const;

export type Alteration = keyof typeof ALTERATIONS;

/** What is wrong with an extraction as a whole. A page has one verdict at most, the first of this list that fits. */
export const VERDICTS = {
  nothing: 'nothing came out',
  'wrong-encoding': 'the page was read in a wrong encoding',
  'comments-taken': 'comments were taken for the article',
  'another-article': 'another article was taken',
  everything: 'everything was dumped: most of what is not gold came out, too',
  'wrong-container': 'another part of the page was taken',
  'cut-off': 'it was cut off at the end',
} as const;

export type Verdict = keyof typeof VERDICTS;
