/** Made-up pages for the conformance cases: each with an article long enough that any extractor takes it for one. */
const SENTENCES = [
    'The council met on Monday evening and talked about the old bridge for more than three hours.',
    'Most of the people who live on the other bank were there, and many of them wanted to be heard.',
    'In the end it was decided that the bridge would be repaired before the winter, whatever it costs.',
    'The mayor said that she would ask the neighbouring towns for their share before the end of the month.',
];
/** A page of English sentences with a paragraph of the case's own in their midst. */
export function articlePage(id, paragraph, head = '<meta charset="utf-8">') {
    const paragraphs = [...SENTENCES.slice(0, 2), paragraph, ...SENTENCES.slice(2)];
    const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
    const title = `Council meets (${id})`;
    return `<!DOCTYPE html><html lang="en"><head>${head}<title>${title}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>${title}</h1>\n${body}\n</article></main>
<footer>All rights reserved</footer></body></html>`;
}
/** A web page from its HTML in UTF-8, or from its bytes. */
export function webPage(id, content, contentType) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const url = `https://conformance.example/${id}`;
    return {
        id: `conformance/${id}`,
        site: 'conformance',
        media: 'html',
        bytes,
        url,
        ...(contentType !== undefined && { contentType }),
    };
}
/** The same page, of which nobody knows where it was. */
export function withoutUrl(page) {
    const { url: _, ...others } = page;
    return others;
}
/** A page of plain text with the same article. */
export function textPage(id) {
    const bytes = Buffer.from(`Home\nNews\nCouncil meets\n${SENTENCES.join('\n')}\nAll rights reserved\n`);
    return { id: `conformance/${id}`, site: 'conformance', media: 'text', bytes };
}
