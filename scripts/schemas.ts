import { mkdirSync, writeFileSync } from 'node:fs';
import { extractorSchemas } from './schemas/extractor-schemas.ts';
import { gateSchemas } from '../harness/gate/formats.ts';
import { goldSchemaText } from './schemas/gold-schema.ts';
import { runSchemas } from '../harness/store/formats.ts';
import { toJson } from '../harness/util/json.ts';

// npm run schema: the JSON Schema of gold.yaml, to which the gold files point for editors, those of a run folder's files, of the gate,
// and those of what extractors of other languages print.
writeFileSync(new URL('../corpus/gold.schema.json', import.meta.url), goldSchemaText());
const folder = new URL('../reports/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { name, schema } of [...runSchemas(), ...gateSchemas(), ...extractorSchemas()]) {
  writeFileSync(new URL(name, folder), toJson(schema));
}
