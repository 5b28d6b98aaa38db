const ARTICLE = [
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
};
