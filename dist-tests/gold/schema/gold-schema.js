import { PAGE_KINDS, TRAITS } from "../../model/vocabulary.js";
import { entrySchemas } from "./entry-schemas.js";
import { listSchema, mapSchema, reference, wordSchema } from "./json-schema.js";
import { DATE, LANGUAGE, PUBLISHED, STATUS, TEXT, WEB_ADDRESS } from "./text-schema.js";
/**
 * The JSON Schema (draft 2020-12) of `gold.yaml`, for editors: they complete and explain keys and words by it. It
 * knows what can be said of the values that YAML gives; the reader sees more: comments that cut a text, texts in
 * brackets without quotes, code that is no literal block, dates that the calendar does not have.
 */
export function goldSchema() {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $comment: 'Written by npm run schema from harness/model/vocabulary.ts; do not edit.',
        title: 'gold.yaml',
        description: 'What an article extractor has to return of one page, and what it has to leave behind (assay/gold@1).',
        ...mapSchema(PROPERTIES),
        anyOf: [{ required: ['body'] }, { required: ['segments'] }],
        $defs: entrySchemas(),
    };
}
/** The schema as the file `gold.schema.json` holds it. */
export function goldSchemaText() {
    return `${JSON.stringify(goldSchema(), undefined, 2)}\n`;
}
const TEXTS = listSchema(reference('text'));
const PROPERTIES = {
    url: { description: 'the address of the page', ...WEB_ADDRESS },
    captured: { description: 'the day on which the page was fetched, e.g. 2025-07-09', ...DATE },
    response: {
        description: 'what the server said of the page, where it matters',
        ...mapSchema({
            status: { description: 'the status of HTTP, e.g. 404', ...STATUS },
            type: { description: 'the Content-Type, e.g. text/html; charset=windows-1252', ...TEXT },
        }),
    },
    language: { description: 'the language of the text as in HTML (BCP 47), e.g. en, pt-BR', ...LANGUAGE },
    kind: { description: 'what kind of page it is', ...wordSchema(PAGE_KINDS) },
    traits: {
        description: 'everything that makes the page interesting to test',
        ...listSchema(wordSchema(TRAITS)),
    },
    labelled: {
        description: 'who labelled the page, and when',
        ...mapSchema({ by: { description: 'initials', ...TEXT }, on: { description: 'the day, e.g. 2025-07-09', ...DATE } }, ['by', 'on']),
    },
    title: { description: 'the headline as on the page, without the name of the site', ...reference('text') },
    publisher: { description: 'the site that published the page under its own name', ...reference('text') },
    authors: { description: 'those whom the page names as writers of the text; [] if it names none', ...TEXTS },
    published: {
        description: 'first publication, a day or a day and a time; none if the page gives no date',
        ...PUBLISHED,
    },
    body: {
        description: 'the content and the boilerplate between it, in the order of the page; [] if there is none',
        ...listSchema(reference('bodyEntry')),
    },
    segments: {
        description: 'snippets that tell a good extraction from a bad one, beside a body or in its place',
        ...mapSchema({
            with: { description: 'snippets that must come out', ...TEXTS },
            without: { description: 'snippets that must not come out', ...TEXTS },
        }),
        anyOf: [{ required: ['with'] }, { required: ['without'] }],
    },
    comments: {
        description: 'what readers wrote under the body, in the order of the page',
        ...listSchema(reference('block')),
    },
    boilerplate: {
        description: 'all other text of the page, in any order',
        ...listSchema(reference('boilerplateEntry')),
    },
};
