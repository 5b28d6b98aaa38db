import { z } from 'zod';
import { handshakeFormat } from '../../harness/extract/formats.ts';
import { extractionFields } from '../../harness/model/extraction-format.ts';

/** The answer of a command or service to a page: an extraction, or why there is none. */
const answerFormat = z.union([
  z.strictObject({ id: z.string().describe('that of the page'), ...nullableFields() }).meta({
    anyOf: ['text', 'html', 'markdown'].map((name) => {
      return { required: [name] };
    }),
  }),
  z.strictObject({ id: z.string(), error: z.string().describe('why there is none') }),
]);

/** A field that is null counts as absent; if there is no text beside it, there was nothing to extract. */
function nullableFields(): Record<string, z.ZodType> {
  const fields = Object.entries(extractionFields());
  return Object.fromEntries(fields.map(([name, format]) => [name, format.nullable().exactOptional()]));
}

const COMMENT = 'Written by npm run schema from harness/extract/formats.ts; do not edit.';

/** The JSON Schemas (draft 2020-12) of what commands of `jsonl` print, one file each; a line is one value. */
export function extractorSchemas(): readonly { readonly name: string; readonly schema: object }[] {
  return [
    schemaFile('handshake', 'the first line of a command of jsonl', handshakeFormat),
    schemaFile('answer', 'a line of a command of jsonl', answerFormat),
  ];
}

function schemaFile(name: string, title: string, format: z.ZodType): { name: string; schema: object } {
  const { $schema, ...schema } = z.toJSONSchema(format);
  return { name: `${name}.schema.json`, schema: { $schema, $comment: COMMENT, title, ...schema } };
}
