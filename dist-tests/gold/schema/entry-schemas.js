import { BLOCK_KINDS, BOILERPLATE_CATEGORIES } from "../../model/vocabulary.js";
import { listSchema, mapSchema, reference, wordSchema } from "./json-schema.js";
import { CELL_TEXT, CODE, TEXT } from "./text-schema.js";
/** What the lists of a gold file hold, by the names under which the schema refers to it. */
export function entrySchemas() {
    return {
        text: TEXT,
        item: { anyOf: [reference('text'), listOfBlocks()] },
        cell: { anyOf: [CELL_TEXT, listOfBlocks()] },
        bodyEntry: entrySchema({ ...blockProperties(), ...boilerplateProperties() }),
        block: entrySchema(blockProperties()),
        boilerplateEntry: entrySchema(boilerplateProperties()),
        from: {
            description: 'where the text stands, if a reader does not see it in the text of the page',
            ...wordSchema(ORIGINS),
        },
    };
}
const ORIGINS = {
    hidden: 'its element or a parent has the attribute hidden, or a style with display: none or visibility: hidden',
    script: 'body text that only stands in a script of the page',
};
/** One kind or category, and where it stands. */
function entrySchema(properties) {
    return {
        ...mapSchema({ ...properties, from: reference('from') }),
        if: { required: ['from'] },
        // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
        then: { minProperties: 2, maxProperties: 2 },
        else: { minProperties: 1, maxProperties: 1 },
    };
}
function blockProperties() {
    return Object.fromEntries(Object.entries(BLOCK_KINDS).flatMap(([kind, meaning]) => [
        [kind, { description: meaning, ...contentSchema(kind) }],
        [`${kind}?`, { description: `${meaning}; may be kept or dropped, at no cost`, ...contentSchema(kind) }],
    ]));
}
/** What stands behind a kind; a text, if nothing else is said here. */
const CONTENT = {
    ul: listSchema(reference('item'), { minItems: 1 }),
    ol: listSchema(reference('item'), { minItems: 1 }),
    dl: listSchema(listSchema(reference('item'), { prefixItems: [reference('text')], minItems: 2 }), {
        minItems: 1,
    }),
    code: CODE,
    table: listSchema(listSchema(reference('cell'), { minItems: 1 }), {
        minItems: 1,
        // Not blank cells only.
        contains: { type: 'array', contains: { not: { type: 'string', pattern: '^\\s*$' } } },
    }),
};
function contentSchema(kind) {
    return new Map(Object.entries(CONTENT)).get(kind) ?? reference('text');
}
function boilerplateProperties() {
    const row = listSchema(CELL_TEXT, { minItems: 1 });
    const texts = listSchema({ anyOf: [reference('text'), row] }, { minItems: 1 });
    const content = { anyOf: [reference('text'), texts] };
    return Object.fromEntries(Object.entries(BOILERPLATE_CATEGORIES).map(([category, meaning]) => [
        category,
        { description: `boilerplate: ${meaning}`, ...content },
    ]));
}
function listOfBlocks() {
    return listSchema(reference('block'), { minItems: 1 });
}
