import { ORIGINS } from '../../harness/gold/entries.ts';
import { THREADS } from '../../harness/gold/entry-kind.ts';
import type { Thread } from '../../harness/gold/entry-kind.ts';
import { GOLD_FORMAT } from '../../harness/gold/format.ts';
import type { JsonSchema } from '../../harness/gold/json-schema.ts';
import { TEXT, listSchema, mapSchema, reference, wordSchema } from '../../harness/gold/json-schema.ts';
import { keySchemas } from '../../harness/gold/values.ts';
import type { BlockKind } from '../../harness/model/vocabulary.ts';
import { BLOCK_KINDS, BOILERPLATE_CATEGORIES, isWordOf } from '../../harness/model/vocabulary.ts';

/** The text of a cell, which may be empty. */
const CELL_TEXT: JsonSchema = { type: ['string', 'number'] };

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

/** What the lists of a gold file hold, by the names under which the schema refers to it. */
function entrySchemas(): Readonly<Record<string, JsonSchema>> {
  const blocks = listSchema(reference('block'), { minItems: 1 });
  return {
    text: TEXT,
    item: { anyOf: [reference('text'), blocks] },
    cell: { anyOf: [CELL_TEXT, blocks] },
    bodyEntry: entrySchema({ ...blockProperties(), ...boilerplateProperties() }, 'post'),
    commentEntry: entrySchema(blockProperties(), 'comment'),
    block: entrySchema(blockProperties()),
    boilerplateEntry: entrySchema(boilerplateProperties()),
    from: {
      description: 'where the text stands, if a reader does not see it in the text of the page',
      ...wordSchema(ORIGINS),
    },
  };
}

/** One kind or category, and where it stands; or a post or comment, whose entries stand where each of them says. */
function entrySchema(properties: Readonly<Record<string, JsonSchema>>, thread?: Thread): JsonSchema {
  const inner = listSchema(reference(`${thread === 'post' ? 'body' : 'comment'}Entry`), { minItems: 1 });
  return {
    ...mapSchema({
      ...properties,
      ...(thread && { [thread]: { description: THREADS[thread], ...inner } }),
      from: reference('from'),
    }),
    ...(thread && { not: { required: [thread, 'from'] } }),
    if: { required: ['from'] },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: { minProperties: 2, maxProperties: 2 },
    else: { minProperties: 1, maxProperties: 1 },
  };
}

function blockProperties(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(BLOCK_KINDS).flatMap(([kind, meaning]) => {
      const content = isWordOf(BLOCK_KINDS, kind) ? contentSchema(kind) : {};
      return [
        [kind, { description: meaning, ...content }],
        [`${kind}?`, { description: `${meaning}; may be kept or dropped, at no cost`, ...content }],
      ];
    }),
  );
}

function boilerplateProperties(): Record<string, JsonSchema> {
  const row = listSchema(CELL_TEXT, { minItems: 1 });
  const texts = listSchema({ anyOf: [reference('text'), row] }, { minItems: 1 });
  const content = { anyOf: [reference('text'), texts] };
  return Object.fromEntries(
    Object.entries(BOILERPLATE_CATEGORIES).map(([category, meaning]) => [
      category,
      { description: `boilerplate: ${meaning}`, ...content },
    ]),
  );
}

const LIST = listSchema(reference('item'), { minItems: 1 });
const DEFINITION = listSchema(reference('item'), { prefixItems: [reference('text')], minItems: 2 });

/** What stands behind the kinds that hold more than a text. */
const SCHEMAS: Partial<Record<BlockKind, JsonSchema>> = {
  ul: LIST,
  ol: LIST,
  dl: listSchema(DEFINITION, { minItems: 1 }),
  // A literal block, which is a string for every reader.
  code: { type: 'string', pattern: '\\S' },
  table: listSchema(listSchema(reference('cell'), { minItems: 1 }), {
    minItems: 1,
    // Not blank cells only.
    contains: { type: 'array', contains: { not: { type: 'string', pattern: '^\\s*$' } } },
  }),
};

/** The schema of what stands behind a kind. */
function contentSchema(kind: BlockKind): JsonSchema {
  return SCHEMAS[kind] ?? reference('text');
}
