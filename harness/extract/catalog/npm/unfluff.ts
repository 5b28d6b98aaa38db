import { peerExtractor } from '../peer-package.ts';

/** What is used of the package. */
type Unfluff = (html: string) => {
  readonly text?: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly date?: string | null;
  readonly publisher?: string | null;
  readonly lang?: string | null;
};

/** Goose in CoffeeScript; stop words are those of the language that the page says. */
export default peerExtractor<Unfluff>('unfluff', 'unfluff', (unfluff) => ({ html }) => {
  const { text = '', title, author, date, publisher, lang } = unfluff(html);
  return {
    text,
    title: title || null,
    authors: author?.filter(Boolean) ?? null,
    published: date || null,
    publisher: publisher || null,
    language: lang || null,
  };
});
