import { articlePage, webPage, withoutUrl } from "./pages.js";
const LATIN = 'Grüße aus Köln: über 40 Gäste saßen am Abend im Gemeindehaus und hörten geduldig zu.';
const JAPANESE = '橋の修理は冬までに終わる予定だと市長は月曜日の夜の会議で住民に説明した。';
/** The same words in Shift_JIS. */
const SHIFT_JIS = '8bb482cc8f43979d82cd937e82dc82c582c98f4982ed82e9975c92e882be82c68e7392b782cd8c8e976a93fa82cc96e982cc89ef8b6382c58f5a96af82c990e096be82b582bd8142';
const PAIRS = 'The word 𠮷野家, the letters 𐌰𐌱 and the sign 😀 lie beyond the first plane of Unicode.';
/** Paragraphs of the huge page, which has some five megabytes. */
const MANY = 30_000;
/** Elements in one another on the deep page: nearly as many as Chromium keeps. */
const DEEP = 400;
/** The cases in the order in which they are run. */
export const CONFORMANCE_CASES = [
    {
        name: 'charset',
        claim: 'letters of UTF-8, windows-1252 and Shift_JIS come out as they are',
        pages: [
            { page: webPage('utf-8', articlePage('utf-8', LATIN)), wanted: LATIN },
            { page: webPage('windows-1252', latinBytes()), wanted: LATIN },
            {
                page: webPage('shift-jis', shiftJisBytes(), 'text/html; charset=Shift_JIS'),
                wanted: JAPANESE,
            },
        ],
    },
    {
        name: 'empty',
        claim: 'a page of no bytes, or with nothing in it, is no failure',
        pages: [
            { page: webPage('no-bytes', '') },
            { page: webPage('no-content', '<!DOCTYPE html><html><body></body></html>') },
        ],
    },
    {
        name: 'huge',
        claim: 'a page of five megabytes is done within the limits',
        pages: [{ page: webPage('huge', hugePage()) }],
    },
    {
        name: 'surrogate-pair',
        claim: 'signs beyond the first plane of Unicode stay whole',
        pages: [{ page: webPage('pairs', articlePage('pairs', PAIRS)), wanted: PAIRS, unwanted: '\uFFFD' }],
    },
    {
        name: 'crash',
        claim: 'broken and deeply nested pages, or one without a URL, do not bring it down',
        pages: [
            { page: webPage('deep', `${'<div>'.repeat(DEEP)}${articlePage('deep', 'Deep down.')}`) },
            { page: webPage('broken', `<p>Open <b>tags <table><td>\0<a href="<p>">x<!-- and no end`) },
            { page: withoutUrl(webPage('no-url', articlePage('no-url', 'Nobody knows where this page was.'))) },
        ],
    },
];
function latinBytes() {
    return Buffer.from(articlePage('windows-1252', LATIN, '<meta charset="windows-1252">'), 'latin1');
}
function shiftJisBytes() {
    const [before = '', after = ''] = articlePage('shift-jis', '|', '').split('|');
    return Buffer.concat([Buffer.from(before), Buffer.from(SHIFT_JIS, 'hex'), Buffer.from(after)]);
}
function hugePage() {
    const paragraph = (_, index) => `Paragraph ${index} of a very long page, which says what the others say, and nothing that is worth reading twice.`;
    return articlePage('huge', Array.from({ length: MANY }, paragraph).join('</p>\n<p>'));
}
