import { mkdirSync, writeFileSync } from 'node:fs';
import { goldSchemaText } from '../harness/gold/schema.ts';
import { toJson } from '../harness/util/json.ts';
import { RUN_SCHEMAS } from '../harness/store/schema/run-schemas.ts';

// npm run schema: the JSON Schema of gold.yaml, to which the gold files point for editors, and those of a run folder's files.
writeFileSync(new URL('../corpus/gold.schema.json', import.meta.url), goldSchemaText());
const folder = new URL('../reports/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { name, schema } of RUN_SCHEMAS) writeFileSync(new URL(name, folder), toJson(schema));
