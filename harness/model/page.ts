import type { Gold } from './gold.ts';
import type { GoldPlaces } from './gold-path.ts';
import type { PageKind, Trait } from './vocabulary.ts';

/** The name of the corpus that comes with Assay, in configurations and on the command line. */
export const BUILT_IN = 'builtin';

/** What a page is made of: a web page, or one that somebody flattened to plain text (UTF-8). */
export type Media = 'html' | 'text';

/** The encoding of a web page: what its bytes were read as, and why. */
export interface PageEncoding {
  /** As the Encoding Standard writes it, e.g. `UTF-8`, `windows-1252`, `Shift_JIS`. */
  readonly name: string;
  readonly decidedBy: EncodingRule;
}

/** Which rule settled the encoding of a page, strongest first. */
export type EncodingRule =
  /** A byte order mark. */
  | 'bom'
  /** `charset` of the content type that was sent. */
  | 'content-type'
  /** A `<meta>` in the head or in the first 1024 bytes. */
  | 'meta'
  /** An XML declaration at the very start. */
  | 'xml'
  /** Nothing is declared, and the bytes are valid UTF-8. */
  | 'valid-utf-8'
  /** Nothing is declared: windows-1252. */
  | 'default';

/** Which page it is. */
interface PageIdentity {
  /** Unique in its corpus: `site/page`, or the dataset's own key. */
  readonly id: string;
  /** Pages of one site are not independent: the folder, or the publisher's registrable domain. */
  readonly site: string;
  readonly media: Media;
}

/** A page of a corpus without its bytes: cheap enough to hold for every page. */
export interface PageReference extends PageIdentity {
  readonly slices: Slices;
}

/** How hard a page is to extract, by the judgement of the dataset that it comes from. */
export type Difficulty = 'easy' | 'medium' | 'hard';

/** What pages are selected and grouped by. What is absent has not been labelled. */
export interface Slices {
  readonly kind?: PageKind;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly traits: readonly Trait[];
  /** The split that the page's site belongs to; `dev` where a corpus has splits and none names the site. */
  readonly split?: string;
  readonly difficulty?: Difficulty;
}

/** One raw scraped document. */
export interface Page extends PageIdentity {
  /** The bytes as they came, whatever their encoding. */
  readonly bytes: Uint8Array;
  readonly url?: string;
  /** The `Content-Type` that the server sent, where it was kept. */
  readonly contentType?: string;
  /** Why its bytes are not here, which then are none: what it has more of than is read. No extractor gets it. */
  readonly refused?: string;
}

/** A page and its truth. */
export interface LabelledPage {
  readonly page: Page;
  readonly gold: Gold;
  /** Where its `gold.yaml` has each piece of the gold; absent where the gold comes from elsewhere. */
  readonly places?: GoldPlaces;
}

/** What gold can be: the labelled text, or snippets that must and must not appear. */
export type GoldForm = 'text' | 'segments';

/** A corpus or public dataset, opened: every page's gold has been read once and has no problems. */
export interface Corpus {
  readonly name: string;
  readonly version?: string;
  /** What its owner allows, e.g. `CC0-1.0`; absent where nothing says so. */
  readonly licence?: string;
  /** SHA-256 over the identifiers, pages and gold of the whole corpus, lower-case hex. */
  readonly digest: string;
  /** What most of its gold is; the primary metric follows from it. */
  readonly gold: GoldForm;
  /** Every page, sorted by identifier (code units). */
  readonly pages: readonly PageReference[];
  /** Identifiers of pages that are left out because their label is begun and has todos left. */
  readonly unfinished?: readonly string[];
  /** The folder of a corpus in Assay's own format; absent for a public dataset. */
  readonly folder?: string;
  /** The files in JSON or JSON lines that the gold of a public dataset is read from. */
  readonly labelFiles?: readonly string[];
  /** The splits of each site, where a dataset says so of pages too that are not here. */
  readonly splitsOf?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Reads one page from disk. Nothing is held: pages stream. */
  read(reference: PageReference): Promise<LabelledPage>;
}
