import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { BEAUTIFULSOUP } from './entries/beautifulsoup.ts';
import { BOILERPIPE_RS } from './entries/boilerpipe-rs.ts';
import { BOILERPIPE } from './entries/boilerpipe.ts';
import { BOILERPY3 } from './entries/boilerpy3.ts';
import { C4_LINES } from './entries/c4-lines.ts';
import { CRAWL4AI_PRUNING } from './entries/crawl4ai-pruning.ts';
import { DEFUDDLE } from './entries/defuddle.ts';
import { DOM_CONTENT_EXTRACTION } from './entries/dom-content-extraction.ts';
import { DOM_SMOOTHIE } from './entries/dom-smoothie.ts';
import { DOM_TO_SEMANTIC_MARKDOWN } from './entries/dom-to-semantic-markdown.ts';
import { EVERYTHING } from './entries/everything.ts';
import { EXTRACTUS } from './entries/extractus.ts';
import { GNE } from './entries/gne.ts';
import { GO_DOMDISTILLER } from './entries/go-domdistiller.ts';
import { GO_READABILITY_READECK } from './entries/go-readability-readeck.ts';
import { GO_READABILITY } from './entries/go-readability.ts';
import { GO_TRAFILATURA } from './entries/go-trafilatura.ts';
import { GOOSE3 } from './entries/goose3.ts';
import { GOPHER_LINES } from './entries/gopher-lines.ts';
import { HTML_TEXT } from './entries/html-text.ts';
import { HTML_TO_MARKDOWN_NODE } from './entries/html-to-markdown-node.ts';
import { HTML_TO_MARKDOWN } from './entries/html-to-markdown.ts';
import { HTML_TO_TEXT } from './entries/html-to-text.ts';
import { HTML2TEXT } from './entries/html2text.ts';
import { INSCRIPTIS } from './entries/inscriptis.ts';
import { JUSTEXT_LINES } from './entries/justext-lines.ts';
import { JUSTEXT_RS } from './entries/justext-rs.ts';
import { JUSTEXT } from './entries/justext.ts';
import { LIBREADABILITY } from './entries/libreadability.ts';
import { LLM_READABILITY } from './entries/llm-readability.ts';
import { LONGEST_BLOCK } from './entries/longest-block.ts';
import { MAGIC_HTML } from './entries/magic-html.ts';
import { MDREAM } from './entries/mdream.ts';
import { NEWS_PLEASE } from './entries/news-please.ts';
import { NEWSPAPER4K } from './entries/newspaper4k.ts';
import { NOTHING } from './entries/nothing.ts';
import { POSTLIGHT } from './entries/postlight.ts';
import { READ_ART } from './entries/read-art.ts';
import { READABILITY_JSDOM } from './entries/readability-jsdom.ts';
import { READABILITY_LXML } from './entries/readability-lxml.ts';
import { READABILITY_RS } from './entries/readability-rs.ts';
import { READABILITY } from './entries/readability.ts';
import { READABILITY4J } from './entries/readability4j.ts';
import { READABILITYRS } from './entries/readabilityrs.ts';
import { READABLE_READABILITY } from './entries/readable-readability.ts';
import { RESILIPARSE } from './entries/resiliparse.ts';
import { RS_TRAFILATURA } from './entries/rs-trafilatura.ts';
import { TERMINAL_PUNCTUATION } from './entries/terminal-punctuation.ts';
import { TRAFILATURA_RS } from './entries/trafilatura-rs.ts';
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
  MDREAM,
  DOM_TO_SEMANTIC_MARKDOWN,
  TRAFILATURA,
  NEWSPAPER4K,
  READABILITY_LXML,
  GOOSE3,
  JUSTEXT,
  BOILERPY3,
  RESILIPARSE,
  NEWS_PLEASE,
  MAGIC_HTML,
  GNE,
  CRAWL4AI_PRUNING,
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
  TRAFILATURA_RS,
  LIBREADABILITY,
  JUSTEXT_RS,
  DOM_CONTENT_EXTRACTION,
  READABILITY4J,
  BOILERPIPE,
  TERMINAL_PUNCTUATION,
  C4_LINES,
  GOPHER_LINES,
  JUSTEXT_LINES,
  LONGEST_BLOCK,
];

/** Known converters of whole pages: no contenders, but what text a page has as they see it. */
const CONVERTERS: readonly CatalogEntry[] = [
  HTML_TO_TEXT,
  HTML_TO_MARKDOWN_NODE,
  INSCRIPTIS,
  HTML2TEXT,
  HTML_TEXT,
  BEAUTIFULSOUP,
  HTML_TO_MARKDOWN,
];

/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG: readonly CatalogEntry[] = [...CONTENDERS, ...CONVERTERS, EVERYTHING, NOTHING];

/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS: readonly KnownExtractor[] = CATALOG.flatMap(namesOf);

/** What runs where nobody names an extractor: all that needs nothing but Assay and packages beside it, without variants. */
export const OWN_EXTRACTORS: readonly KnownExtractor[] = KNOWN_EXTRACTORS.filter(
  ({ name, entry, peer }) => name === entry && peer === undefined,
);
