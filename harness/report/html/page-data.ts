import { pageToDocument } from '../../document/page-document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Page } from '../../model/page.ts';
import type { StoredExtraction } from '../../store/extractions.ts';
import { keptUnseen } from './kept-unseen.ts';
import type { UnseenSorts } from './kept-unseen.ts';
import { packExtraction } from './packed-extraction.ts';
import type { ExtractedData, PageData } from './report-data.ts';
import { SharedTexts } from './shared-texts.ts';
import { toSlimPage } from './slim-page.ts';

/** A page and what extractors made of it: what a thread gets. */
export interface ExtractedPage {
  readonly page: Pick<Page, 'bytes' | 'media' | 'contentType' | 'url' | 'refused'>;
  readonly gold: Gold;
  /** Where in the text that a reader does not see some of what is surplus or missing stands. */
  readonly unseen: UnseenSorts;
  readonly rows: readonly Extracted[];
}

/** What an extractor made of a page. */
export interface Extracted extends Pick<ExtractedData, 'extractor' | 'metrics'> {
  /** What it returned, or where the folder of the run has that; absent where it failed. */
  readonly returned?: Extraction | StoredExtraction;
}

/**
 * A page with its gold and what each extractor returned, for `OpenedPage` to explain.
 *
 * @param stored reads extractions; undefined where one is not there, which makes all of it undefined
 */
export function pageData(
  { page, gold, unseen, rows }: ExtractedPage,
  stored: (extraction: StoredExtraction) => Extraction | undefined,
): PageData | undefined {
  const texts = new SharedTexts();
  const document = pageToDocument(page);
  const slim = toSlimPage(document, keptUnseen(document.unseen, gold, unseen), texts);
  const packedRows: ExtractedData[] = [];
  for (const { returned, ...row } of rows) {
    if (returned === undefined) packedRows.push(row);
    else {
      const extraction = 'place' in returned ? stored(returned) : returned;
      if (extraction === undefined) return undefined;
      packedRows.push({ ...row, extraction: packExtraction(extraction, texts) });
    }
  }
  return {
    ...(page.url !== undefined && { url: page.url }),
    page: slim,
    gold,
    rows: packedRows,
    texts: texts.all,
  };
}
