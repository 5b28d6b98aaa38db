import { detectEncoding } from '../../document/encoding/detect.ts';
import { dominantScript } from '../../document/script.ts';
import type { Gold } from '../../model/gold.ts';
import { goldTexts } from '../../model/gold-text.ts';
import type { Corpus, GoldForm, LabelledPage, PageReference } from '../../model/page.ts';
import type { JournalPage } from '../../store/journal-line.ts';
import { MOST_GOLD_BYTES } from '../../model/limits.ts';
import { AssayError } from '../../util/error.ts';
import { defined } from '../../util/defined.ts';
import { digestOf, sha256 } from '../../util/sha256.ts';

/** A page of a run with what follows from it alone, whatever extracts and scores it. */
export interface PreparedPage extends LabelledPage {
  /**
   * What its journal lines say of the page itself. The encoding is found here, not reported by whoever extracted, because
   * it belongs to the page: so it is there for recorded output and for a page that timed out as well.
   */
  readonly facts: JournalPage;
  /** What most gold of its corpus is. */
  readonly form: GoldForm;
  /** SHA-256 of its gold, hex. */
  readonly goldDigest: string;
  /** SHA-256 of its bytes and of what the server said of them, hex. */
  readonly pageDigest: string;
  /** The same object comes for the next extractor too, so it pays to keep what is made of it. */
  readonly isKept: boolean;
}

/** Bytes of memory that the pages of a run may take up. */
const MOST_BYTES = 2 ** 27;
/** Bytes that gold takes up with all that metrics make of it, for each character of its JSON. An estimate. */
const BYTES_A_CHARACTER = 40;

/** Most characters of gold, as JSON: more than a `gold.yaml` can have; public datasets have theirs elsewhere. */
const MOST_GOLD = 2 * MOST_GOLD_BYTES;

/**
 * Reads the pages of a run, each once for all extractors as far as memory allows: all that are read first are kept until
 * `MOST_BYTES` are taken up, the others are read again each time. None makes way for another: extractors go over the
 * pages in the same order, so that what was dropped would be wanted before what took its place.
 */
export class PreparedPages {
  readonly #kept = new Map<PageReference, PreparedPage>();
  #bytesLeft: number;

  constructor(mostBytes = MOST_BYTES) {
    this.#bytesLeft = mostBytes;
  }

  /** @throws what `corpus.read` throws; AssayError `bad-input` for gold that is longer than any */
  async read(corpus: Corpus, reference: PageReference): Promise<PreparedPage> {
    const known = this.#kept.get(reference);
    if (known !== undefined) return known;
    const prepared = this.#prepare(await corpus.read(reference), reference, corpus.gold);
    if (prepared.isKept) this.#kept.set(reference, prepared);
    return prepared;
  }

  #prepare(labelled: LabelledPage, { slices }: PageReference, form: GoldForm): PreparedPage {
    const { media, bytes, contentType } = labelled.page;
    const goldJson = JSON.stringify(labelled.gold);
    if (goldJson.length > MOST_GOLD) throw tooMuchGold(labelled.page.id, goldJson.length);
    const size = bytes.length + BYTES_A_CHARACTER * goldJson.length;
    const isKept = size <= this.#bytesLeft;
    if (isKept) this.#bytesLeft -= size;
    const goldDigest = sha256(goldJson);
    const pageDigest = sha256(`${contentType ?? ''} ${digestOf(bytes)}`);
    const script = dominantScript(contentOf(labelled.gold));
    const facts: JournalPage = {
      digest: sha256(pageDigest + goldDigest).slice(0, 16),
      slices: { ...slices, ...defined({ script }) },
      ...(media === 'html' && { encoding: detectEncoding(bytes, contentType) }),
    };
    return { ...labelled, facts, form, goldDigest, pageDigest, isKept };
  }
}

function tooMuchGold(page: string, length: number): AssayError {
  const found = `the gold of ${page} has ${length} characters; at most ${MOST_GOLD} are scored`;
  return new AssayError('bad-input', `${found}; take the page out of the corpus`);
}

/** The text that has to come out, or its snippets. */
function contentOf(gold: Gold): string {
  const texts =
    gold.body === undefined
      ? (gold.segments?.with ?? [])
      : goldTexts(gold, ['body']).flatMap((each) => (each.type === 'block' ? [each.text] : []));
  return texts.join('\n');
}
