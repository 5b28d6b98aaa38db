import { parentPort } from 'node:worker_threads';
import { packed } from './packed.ts';
import { pageData } from './page-data.ts';
import type { ExtractedPage } from './page-data.ts';

/** The program of a thread that makes the pages of a report, one after the other. */
parentPort!.on('message', (page: ExtractedPage) => {
  void packed(pageData(page)).then((text) => parentPort!.postMessage(text));
});
