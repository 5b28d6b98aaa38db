import type { JsonSchema } from '../../gold/json-schema.ts';
import { extractionLineSchema, journalLineSchema } from './journal-schema.ts';
import { runSchema } from './run-schema.ts';
import { summarySchema } from './summary-schema.ts';
import { TEXT, byName, described, typedMap } from './typed-map.ts';

function loadedSchema(): JsonSchema {
  return typedMap<{ readonly schema: string; readonly extractors: object }>(
    {
      schema: { const: 'assay/loaded@1' },
      extractors: described(
        'SHA-256 of each file by its path from the run folder, by extractor',
        byName(byName(TEXT)),
      ),
    },
    {},
  );
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const COMMENT = 'Written by npm run schema from harness/run/schema/; do not edit.';

/** A file that holds a schema, and what it is the schema of. */
interface SchemaFile {
  readonly name: string;
  readonly schema: JsonSchema;
}

function schemaFile(name: string, title: string, schema: JsonSchema): SchemaFile {
  return { name: `${name}.schema.json`, schema: { $schema: DRAFT, $comment: COMMENT, title, ...schema } };
}

/** The JSON Schemas (draft 2020-12) of what a run folder holds, one file each. Of the two journals each line is one value. */
export const RUN_SCHEMAS: readonly SchemaFile[] = [
  schemaFile('run', 'run.json', runSchema()),
  schemaFile('results-line', 'a line of results.jsonl', journalLineSchema()),
  schemaFile('extractions-line', 'a line of extractions.jsonl.gz', extractionLineSchema()),
  schemaFile('summary', 'summary.json', summarySchema()),
  schemaFile('loaded', 'loaded.json', loadedSchema()),
];
