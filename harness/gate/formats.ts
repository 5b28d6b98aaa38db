import { schemaFile } from '../store/formats.ts';
import type { SchemaFile } from '../store/formats.ts';
import { baselineHead, baselinePage } from './baseline.ts';
import { verdict } from './verdict.ts';

/** The JSON Schemas of what the gate reads and writes, one file each. Of a baseline each line is one value. */
export function gateSchemas(): SchemaFile[] {
  const place = 'harness/gate/';
  return [
    schemaFile('verdict', 'verdict.json', verdict, place),
    schemaFile('baseline-head', 'the first line of a baseline', baselineHead, place),
    schemaFile('baseline-page', 'every other line of a baseline', baselinePage, place),
  ];
}
