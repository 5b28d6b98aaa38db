import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
interface HtmlToText {
  readonly compile: (options: object) => (html: string) => string;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Its text is for mail: what it does for that and no page says (capitals, addresses, narrow lines) is turned off. */
const OPTIONS = {
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
};

/** All text of a page; no extractor of articles. */
export default peerExtractor<HtmlToText>('html-to-text', 'html-to-text', ({ compile }) => {
  const convert = compile(OPTIONS);
  return ({ html }) => ({ text: convert(html) });
});
