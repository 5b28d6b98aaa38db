import { entrySchemas } from '../../harness/gold/entries.ts';
import { GOLD_FORMAT } from '../../harness/gold/format.ts';
import type { JsonSchema } from '../../harness/gold/json-schema.ts';
import { mapSchema } from '../../harness/gold/json-schema.ts';
import { keySchemas } from '../../harness/gold/values.ts';

/**
 * The JSON Schema (draft 2020-12) of `gold.yaml`, for editors: they complete and explain keys and words by it. It
 * knows what can be said of the values that YAML gives; the reader sees more: comments that cut a text, texts in
 * brackets without quotes, code that is no literal block, dates that the calendar does not have.
 */
export function goldSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Written by npm run schema from harness/model/vocabulary.ts; do not edit.',
    title: 'gold.yaml',
    description:
      'What an article extractor has to return of one page, and what it has to leave behind (assay/gold@1).',
    ...mapSchema(keySchemas(GOLD_FORMAT)),
    anyOf: [{ required: ['body'] }, { required: ['segments'] }],
    $defs: entrySchemas(),
  };
}

/** The schema as the file `gold.schema.json` holds it. */
export function goldSchemaText(): string {
  return `${JSON.stringify(goldSchema(), undefined, 2)}\n`;
}
