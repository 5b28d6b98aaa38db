import { namesOf } from "./catalog-entry.js";
import { BEAUTIFULSOUP } from "./entries/beautifulsoup.js";
import { BOILERPIPE_RS } from "./entries/boilerpipe-rs.js";
import { BOILERPY3 } from "./entries/boilerpy3.js";
import { C4_LINES } from "./entries/c4-lines.js";
import { DEFUDDLE } from "./entries/defuddle.js";
import { DOM_SMOOTHIE } from "./entries/dom-smoothie.js";
import { EVERYTHING } from "./entries/everything.js";
import { EXTRACTUS } from "./entries/extractus.js";
import { GO_DOMDISTILLER } from "./entries/go-domdistiller.js";
import { GO_READABILITY_READECK } from "./entries/go-readability-readeck.js";
import { GO_READABILITY } from "./entries/go-readability.js";
import { GO_TRAFILATURA } from "./entries/go-trafilatura.js";
import { GOOSE3 } from "./entries/goose3.js";
import { GOPHER_LINES } from "./entries/gopher-lines.js";
import { HTML_TEXT } from "./entries/html-text.js";
import { HTML_TO_TEXT } from "./entries/html-to-text.js";
import { HTML2TEXT } from "./entries/html2text.js";
import { INSCRIPTIS } from "./entries/inscriptis.js";
import { JUSTEXT_LINES } from "./entries/justext-lines.js";
import { JUSTEXT } from "./entries/justext.js";
import { LLM_READABILITY } from "./entries/llm-readability.js";
import { LONGEST_BLOCK } from "./entries/longest-block.js";
import { NEWS_PLEASE } from "./entries/news-please.js";
import { NEWSPAPER4K } from "./entries/newspaper4k.js";
import { NOTHING } from "./entries/nothing.js";
import { POSTLIGHT } from "./entries/postlight.js";
import { READ_ART } from "./entries/read-art.js";
import { READABILITY_JSDOM } from "./entries/readability-jsdom.js";
import { READABILITY_LXML } from "./entries/readability-lxml.js";
import { READABILITY_RS } from "./entries/readability-rs.js";
import { READABILITY } from "./entries/readability.js";
import { READABILITYRS } from "./entries/readabilityrs.js";
import { READABLE_READABILITY } from "./entries/readable-readability.js";
import { RESILIPARSE } from "./entries/resiliparse.js";
import { RS_TRAFILATURA } from "./entries/rs-trafilatura.js";
import { TERMINAL_PUNCTUATION } from "./entries/terminal-punctuation.js";
import { TRAFILATURA } from "./entries/trafilatura.js";
import { UNFLUFF } from "./entries/unfluff.js";
import { WRTNLABS } from "./entries/web-content-extractor.js";
/** The known extractors of articles, by language, and Assay's own for flat text. */
const CONTENDERS = [
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
const CONVERTERS = [HTML_TO_TEXT, INSCRIPTIS, HTML2TEXT, HTML_TEXT, BEAUTIFULSOUP];
/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG = [...CONTENDERS, ...CONVERTERS, EVERYTHING, NOTHING];
/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS = CATALOG.flatMap(namesOf);
/** What runs where nobody names an extractor: all that needs nothing but Assay, without variants. */
export const OWN_EXTRACTORS = KNOWN_EXTRACTORS.filter(({ name, entry, peer }) => name === entry && peer === undefined);
