import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { BEAUTIFULSOUP } from './entries/beautifulsoup.ts';
import { BOILERPY3 } from './entries/boilerpy3.ts';
import { DEFUDDLE } from './entries/defuddle.ts';
import { EVERYTHING } from './entries/everything.ts';
import { EXTRACTUS } from './entries/extractus.ts';
import { GOOSE3 } from './entries/goose3.ts';
import { HTML2TEXT } from './entries/html2text.ts';
import { HTML_TEXT } from './entries/html-text.ts';
import { HTML_TO_TEXT } from './entries/html-to-text.ts';
import { INSCRIPTIS } from './entries/inscriptis.ts';
import { JUSTEXT } from './entries/justext.ts';
import { LONGEST_BLOCK } from './entries/longest-block.ts';
import { NEWSPAPER4K } from './entries/newspaper4k.ts';
import { NEWS_PLEASE } from './entries/news-please.ts';
import { NOTHING } from './entries/nothing.ts';
import { POSTLIGHT } from './entries/postlight.ts';
import { READABILITY } from './entries/readability.ts';
import { READABILITY_JSDOM } from './entries/readability-jsdom.ts';
import { READABILITY_LXML } from './entries/readability-lxml.ts';
import { READ_ART } from './entries/read-art.ts';
import { RESILIPARSE } from './entries/resiliparse.ts';
import { TERMINAL_PUNCTUATION } from './entries/terminal-punctuation.ts';
import { TRAFILATURA } from './entries/trafilatura.ts';
import { UNFLUFF } from './entries/unfluff.ts';
import { WRTNLABS } from './entries/web-content-extractor.ts';

/** The known extractors of articles, by language. */
const CONTENDERS: readonly CatalogEntry[] = [
  READABILITY,
  DEFUDDLE,
  TERMINAL_PUNCTUATION,
  LONGEST_BLOCK,
  READABILITY_JSDOM,
  POSTLIGHT,
  EXTRACTUS,
  WRTNLABS,
  UNFLUFF,
  READ_ART,
  TRAFILATURA,
  NEWSPAPER4K,
  READABILITY_LXML,
  GOOSE3,
  JUSTEXT,
  BOILERPY3,
  RESILIPARSE,
  NEWS_PLEASE,
];

/** Known converters of whole pages: no contenders, but what text a page has as they see it. */
const CONVERTERS: readonly CatalogEntry[] = [HTML_TO_TEXT, INSCRIPTIS, HTML2TEXT, HTML_TEXT, BEAUTIFULSOUP];

/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG: readonly CatalogEntry[] = [...CONTENDERS, ...CONVERTERS, EVERYTHING, NOTHING];

/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS: readonly KnownExtractor[] = CATALOG.flatMap(namesOf);

/** What runs where nobody names an extractor: all that needs nothing but Assay, without variants. */
export const OWN_EXTRACTORS: readonly KnownExtractor[] = KNOWN_EXTRACTORS.filter(
  ({ name, entry, peer }) => name === entry && peer === undefined,
);
