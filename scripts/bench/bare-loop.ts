import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { loadInputReader } from '../../harness/extract/input-reader.ts';
import { readDefinition } from '../../harness/extract/define-extractor.ts';
import type { Page } from '../../harness/model/page.ts';

// An extractor in a loop and nothing around it: `bare-loop.ts MODULE PAGES` prints how many milliseconds all pages but
// the first take it, collecting its garbage included. What a run takes beyond that is the harness's.

const [module = '', pages = ''] = process.argv.slice(2);
const loaded: { readonly default?: unknown } = await import(module);
const reading = readDefinition(loaded.default);
if (reading.status !== 'read') throw new Error(reading.faults.join('; '));
const { definition } = reading;
const readInput = await loadInputReader(definition.accepts);
let began = 0;
const all: readonly Page[] = deserialize(readFileSync(pages));
for (const page of all) {
  await definition.extract(readInput(page), {});
  began ||= performance.now();
}
console.log(performance.now() - began);
