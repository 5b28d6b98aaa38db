import { z } from 'zod';
import { EXTRACTION_FIELDS } from './extraction.ts';

type Fields = typeof EXTRACTION_FIELDS;
type FieldFormat<F extends keyof Fields> = Fields[F]['holds'] extends 'texts'
  ? z.ZodArray<z.ZodString>
  : z.ZodString;

/** `EXTRACTION_FIELDS` as zod has them, each to be made optional: for an object that holds an extraction. */
export function extractionFields(): { [F in keyof Fields]: FieldFormat<F> } {
  const formats = Object.entries(EXTRACTION_FIELDS).map(([name, { holds, about }]) => {
    return [name, (holds === 'text' ? z.string() : z.array(z.string())).describe(about)];
  });
  // oxlint-disable-next-line no-unsafe-type-assertion -- made field by field
  return Object.fromEntries(formats) as { [F in keyof Fields]: FieldFormat<F> };
}
