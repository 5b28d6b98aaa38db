import { z } from 'zod';
import { byName, text } from './format-parts.ts';
import { journalLine, recordedExtraction } from './journal-line.ts';
import { runDescription } from './run-description.ts';
import { summary } from './summary-file.ts';

/** `loaded.json`: what the processes of extractors loaded. */
export const loadedFiles = z.object({
  schema: z.literal('assay/loaded@1'),
  extractors: byName(byName(text)).describe(
    'SHA-256 of each file by its path from the run folder, by extractor',
  ),
});

/** A JSON Schema (draft 2020-12). */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The formats of a run folder by the file of `reports/schemas` that holds their JSON Schema. */
const FORMATS = [
  ['run', 'run.json', runDescription],
  ['results-line', 'a line of results.jsonl', journalLine],
  ['extractions-line', 'a line of extractions.jsonl.gz', recordedExtraction],
  ['summary', 'summary.json', summary],
  ['loaded', 'loaded.json', loadedFiles],
] as const;

/** A JSON Schema that is a file of `reports/schemas`. */
export interface SchemaFile {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The JSON Schemas of what a run folder holds, one file each. Of the two journals each line is one value. */
export function runSchemas(): SchemaFile[] {
  return FORMATS.map(([name, title, format]) => schemaFile(name, title, format, 'harness/store/'));
}

/** @param place where the format is stated */
export function schemaFile(name: string, title: string, format: z.ZodType, place: string): SchemaFile {
  const $comment = `Written by npm run schema from ${place}; do not edit.`;
  const { $schema = DRAFT, ...schema } = jsonSchemaOf(format);
  return { name: `${name}.schema.json`, schema: { $schema, $comment, title, ...schema } };
}

/** The JSON Schema of a format. */
export function jsonSchemaOf(format: z.ZodType): JsonSchema {
  return z.toJSONSchema(format, {
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What zod adds of its own accord: the largest safe integer, how a date is written, words a second time.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.enum !== undefined && jsonSchema.oneOf !== undefined) delete jsonSchema.enum;
    },
  });
}
