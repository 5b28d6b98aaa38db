import { defineExtractor } from '../../define-extractor.ts';
import { requirePeer, peerVersion } from '../peer-package.ts';

/** What is used of the package. */
type Unfluff = (html: string) => {
  readonly text?: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly date?: string | null;
  readonly publisher?: string | null;
  readonly lang?: string | null;
};

const PACKAGE = 'unfluff';

// oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
const unfluff = requirePeer('unfluff', PACKAGE) as Unfluff;

/** Goose in CoffeeScript; stop words are those of the language that the page says. */
export default defineExtractor({
  name: 'unfluff',
  version: peerVersion('unfluff', PACKAGE),
  accepts: ['html'],
  extract({ html }) {
    const { text = '', title, author, date, publisher, lang } = unfluff(html);
    return {
      text,
      title: title || null,
      authors: author?.filter(Boolean) ?? null,
      published: date || null,
      publisher: publisher || null,
      language: lang || null,
    };
  },
});
