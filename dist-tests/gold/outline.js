import { BLOCK_KINDS, BOILERPLATE_CATEGORIES } from "../model/vocabulary.js";
/** The keys at the margin of `gold.yaml`, in the order in which it is written. */
export const GOLD_KEYS = [
    'url',
    'captured',
    'response',
    'language',
    'kind',
    'traits',
    'labelled',
    'title',
    'publisher',
    'authors',
    'published',
    'body',
    'segments',
    'comments',
    'boilerplate',
];
/** Which words are keys of `gold.yaml`, and where. */
export const GOLD_OUTLINE = {
    top: new Set(GOLD_KEYS),
    under: new Map([
        ['response', new Set(['status', 'type'])],
        ['labelled', new Set(['by', 'on'])],
        ['segments', new Set(['with', 'without'])],
    ]),
    entry: new Set([...Object.keys(BLOCK_KINDS), ...Object.keys(BOILERPLATE_CATEGORIES), 'todo']),
    attribute: new Set(['from']),
};
