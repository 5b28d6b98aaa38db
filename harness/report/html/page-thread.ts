import { parentPort, workerData } from 'node:worker_threads';
import { ExtractionsReader } from '../../store/extractions.ts';
import { packed } from './packed.ts';
import { pageData } from './page-data.ts';
import type { ExtractedPage } from './page-data.ts';

/** The program of a thread that makes the pages of a report, one after the other; it is given the folder of the run. */
// oxlint-disable-next-line no-unsafe-type-assertion -- given by `page-threads.ts`
const reader = new ExtractionsReader(workerData as string);

parentPort!.on('message', (page: ExtractedPage) => {
  const data = pageData(page, ({ key, place }) => reader.read(key, place));
  if (data === undefined) parentPort!.postMessage(undefined);
  else void packed(data).then((text) => parentPort!.postMessage(text));
});
