import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toJson } from '../util/json.ts';
import { gateSchemas } from './formats.ts';

test.each(gateSchemas())(
  'the file $name is current; if not, run "npm run schema"',
  async ({ name, schema }) => {
    const file = new URL(`../../reports/schemas/${name}`, import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(toJson(schema));
  },
);
