import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { BEAUTIFULSOUP } from './entries/beautifulsoup.ts';
import { BOILERPIPE_RS } from './entries/boilerpipe-rs.ts';
import { BOILERPY3 } from './entries/boilerpy3.ts';
import { C4_LINES } from './entries/c4-lines.ts';
import { DEFUDDLE } from './entries/defuddle.ts';
import { DOM_SMOOTHIE } from './entries/dom-smoothie.ts';
import { EVERYTHING } from './entries/everything.ts';
import { EXTRACTUS } from './entries/extractus.ts';
import { GO_DOMDISTILLER } from './entries/go-domdistiller.ts';
import { GO_READABILITY_READECK } from './entries/go-readability-readeck.ts';
import { GO_READABILITY } from './entries/go-readability.ts';
import { GO_TRAFILATURA } from './entries/go-trafilatura.ts';
import { GOOSE3 } from './entries/goose3.ts';
import { GOPHER_LINES } from './entries/gopher-lines.ts';
import { HTML_TEXT } from './entries/html-text.ts';
import { HTML_TO_TEXT } from './entries/html-to-text.ts';
import { HTML2TEXT } from './entries/html2text.ts';
import { INSCRIPTIS } from './entries/inscriptis.ts';
import { JUSTEXT_LINES } from './entries/justext-lines.ts';
import { JUSTEXT } from './entries/justext.ts';
import { LLM_READABILITY } from './entries/llm-readability.ts';
import { LONGEST_BLOCK } from './entries/longest-block.ts';
import { NEWS_PLEASE } from './entries/news-please.ts';
import { NEWSPAPER4K } from './entries/newspaper4k.ts';
import { NOTHING } from './entries/nothing.ts';
import { POSTLIGHT } from './entries/postlight.ts';
import { READ_ART } from './entries/read-art.ts';
import { READABILITY_JSDOM } from './entries/readability-jsdom.ts';
import { READABILITY_LXML } from './entries/readability-lxml.ts';
import { READABILITY_RS } from './entries/readability-rs.ts';
import { READABILITY } from './entries/readability.ts';
import { READABILITYRS } from './entries/readabilityrs.ts';
import { READABLE_READABILITY } from './entries/readable-readability.ts';
import { RESILIPARSE } from './entries/resiliparse.ts';
import { RS_TRAFILATURA } from './entries/rs-trafilatura.ts';
import { TERMINAL_PUNCTUATION } from './entries/terminal-punctuation.ts';
import { TRAFILATURA } from './entries/trafilatura.ts';
import { UNFLUFF } from './entries/unfluff.ts';
import { WRTNLABS } from './entries/web-content-extractor.ts';

/** The known extractors of articles, by language, and Assay's own for flat text. */
const CONTENDERS: readonly CatalogEntry[] = [
  READABILITY,
  DEFUDDLE,
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
  GO_TRAFILATURA,
  GO_READABILITY,
  GO_READABILITY_READECK,
  GO_DOMDISTILLER,
  DOM_SMOOTHIE,
  RS_TRAFILATURA,
  LLM_READABILITY,
  READABILITY_RS,
  READABILITYRS,
  READABLE_READABILITY,
  BOILERPIPE_RS,
  TERMINAL_PUNCTUATION,
  C4_LINES,
  GOPHER_LINES,
  JUSTEXT_LINES,
  LONGEST_BLOCK,
];

/** Known converters of whole pages: no contenders, but what text a page has as they see it. */
const CONVERTERS: readonly CatalogEntry[] = [HTML_TO_TEXT, INSCRIPTIS, HTML2TEXT, HTML_TEXT, BEAUTIFULSOUP];

/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG: readonly CatalogEntry[] = [...CONTENDERS, ...CONVERTERS, EVERYTHING, NOTHING];

/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS: readonly KnownExtractor[] = CATALOG.flatMap(namesOf);

/** What runs where nobody names an extractor: all that needs nothing but Assay and packages beside it, without variants. */
export const OWN_EXTRACTORS: readonly KnownExtractor[] = KNOWN_EXTRACTORS.filter(
  ({ name, entry, peer }) => name === entry && peer === undefined,
);
