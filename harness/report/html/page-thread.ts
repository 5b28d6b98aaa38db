import { parentPort } from 'node:worker_threads';
import { ExtractionsReader } from '../../store/extractions.ts';
import { packed } from './packed.ts';
import { pageData } from './page-data.ts';
import type { ExtractedPage } from './page-data.ts';

/** The program of a thread that makes the pages of a report, one after the other. */
const reader = await ExtractionsReader.open();

parentPort!.on('message', (page: ExtractedPage) => {
  const data = pageData(page, (stored) => reader.read(stored));
  const bytes = data && packed(data);
  parentPort!.postMessage(bytes, bytes && [bytes.buffer]);
});
