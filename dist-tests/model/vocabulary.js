/**
 * The closed vocabularies of gold. Each word stands with its meaning, because the labelling guide, the
 * messages and the JSON Schema are made from here. A word is added here, never changed.
 */
/** Kinds of body blocks, in the order in which the guide explains them. */
export const BLOCK_KINDS = {
    title: 'the headline of the page, where it stands in the body',
    standfirst: 'the summary or lead-in between headline and text',
    outlet: 'the name of the publishing or syndicating outlet, on a line of its own',
    byline: 'who wrote it',
    dateline: 'when or where it was written or updated',
    h1: 'a heading of level 1 inside the text',
    h2: 'a heading of level 2',
    h3: 'a heading of level 3',
    h4: 'a heading of level 4',
    h5: 'a heading of level 5',
    h6: 'a heading of level 6',
    p: 'a paragraph',
    ul: 'an unordered list: a list of items',
    ol: 'an ordered list: a list of items',
    dl: 'a definition list: a list of [term, text…]',
    quote: 'a block quotation',
    code: 'a block of code, written as a literal block',
    table: 'a data table: a list of rows of cells',
    math: 'a formula on a line of its own',
    caption: 'the caption of a picture, table or video, with its credit',
    note: 'a footnote, correction or editorial note',
};
/** Categories of boilerplate: text of the page that must not come out. */
export const BOILERPLATE_CATEGORIES = {
    nav: 'menus and links to sections of the site',
    header: 'the masthead: site name, slogan, date of the day',
    footer: 'the foot of the site: address, links, copyright',
    breadcrumbs: 'the path to the page',
    toc: 'a table of contents of the page',
    related: 'teasers of and links to other stories',
    newsletter: 'an invitation to a newsletter',
    promo: 'an invitation to something else of the publisher: apps, series, submissions, events',
    ad: 'advertising, with its label',
    share: 'sharing and social widgets',
    'author-bio': 'a note about the author',
    cookie: 'cookie and consent notices',
    paywall: 'subscription and registration walls',
    tags: 'topics, keywords and categories of the page',
    legal: 'copyright, disclaimers, terms',
    ui: 'words of the interface: buttons, forms, counters, status lines',
    media: 'players, galleries and their controls',
    other: 'boilerplate of no other category',
};
/** What kind of page it is; a page has one kind. */
export const PAGE_KINDS = {
    news: 'a news report',
    opinion: 'a column, editorial or essay',
    article: 'an article of no more exact kind',
    blog: 'a post of a blog',
    'press-release': 'a press release or announcement',
    reference: 'an encyclopaedia or reference entry',
    documentation: 'documentation of a product or program',
    paper: 'a scholarly article',
    recipe: 'a recipe',
    review: 'a review',
    interview: 'an interview',
    'live-blog': 'a live page of dated entries',
    forum: 'a thread of a forum',
    qa: 'a question with answers',
    product: 'a product page',
    service: 'a page that presents a service or an organisation',
    listing: 'a list of links or offers, the main thing being the list',
    collection: 'a section front or category page',
    other: 'none of these',
};
/** What makes a page interesting to test; a page has any number of traits. */
export const TRAITS = {
    'flat-text': 'a page that a crawler flattened to plain text, one block a line',
    syndicated: 'a story of one outlet republished by another',
    'repeated-lead': 'the lead stands again elsewhere on the page, as a teaser or caption',
    'related-teasers': 'teasers of other stories, often cut off with an ellipsis',
    'newsletter-pitch': 'a newsletter pitch inside or right behind the body',
    'submission-pitch': 'an invitation to send in news, photos or stories',
    'glued-words': 'words run together where two elements met without a space',
    'inline-promo': 'a promotion or related link between paragraphs of the body',
    'author-bio': 'a note about the author next to the body',
    comments: 'reader comments under the text',
    'cookie-notice': 'a consent notice in the text of the page',
    paywall: 'a subscription wall in the text of the page',
    captions: 'pictures with captions between paragraphs',
    'pull-quote': 'a sentence of the body set again as a display quote',
    lists: 'lists inside the body',
    tables: 'data tables inside the body',
    code: 'code blocks inside the body',
    math: 'formulas inside the body',
    quotes: 'block quotations inside the body',
    footnotes: 'footnotes or endnotes',
    'hidden-text': 'text in the source that a reader does not see, or sees only after a click',
    'script-text': 'body text that only stands in a script of the page',
    'legacy-encoding': 'bytes in an encoding other than UTF-8',
    'right-to-left': 'text that runs from right to left',
    'nothing-to-extract': 'a page without an article: an extractor should return nothing',
};
/** Whether the word is one of the keys of the vocabulary. */
export function isWordOf(vocabulary, word) {
    return Object.hasOwn(vocabulary, word);
}
