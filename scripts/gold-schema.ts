import { writeFileSync } from 'node:fs';
import { goldSchemaText } from '../harness/corpus/schema/gold-schema.ts';

// npm run schema: the JSON Schema of gold.yaml, to which the gold files point for editors.
writeFileSync(new URL('../corpus/gold.schema.json', import.meta.url), goldSchemaText());
