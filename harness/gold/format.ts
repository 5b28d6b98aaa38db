import type { Segments } from '../model/gold.ts';
import type { GoldKey } from '../model/gold-path.ts';
import { PAGE_KINDS, TRAITS } from '../model/vocabulary.ts';
import { BODY, BOILERPLATE, COMMENTS } from './entries.ts';
import { DAY, LANGUAGE, PUBLISHED, STATUS, WEB_ADDRESS } from './forms.ts';
import type { Key, ValueType } from './values.ts';
import { converted, formed, key, list, map, name, text, word } from './values.ts';

const snippets = list(text, {
  expected: 'a list of snippets of the page',
  fix: 'write "- " and one snippet a line, or take the key away',
  mayBeEmpty: true,
});

const snippetLists = map({
  with: key('snippets that must come out', snippets),
  without: key('snippets that must not come out', snippets),
});

/** A list that is not there is empty; one of the two is there. */
const segments: ValueType<Segments> = {
  keys: snippetLists.keys,
  schema: { ...snippetLists.schema, anyOf: [{ required: ['with'] }, { required: ['without'] }] },
  read(reading, slot, path) {
    const before = reading.faultCount;
    const lists = snippetLists.read(reading, slot, path);
    if (lists?.with ?? lists?.without) return { with: [], without: [], ...lists };
    if (reading.faultCount > before) return undefined;
    return reading.report(slot.at, {
      code: 'empty-text',
      found: 'nothing in "segments"',
      expected: 'snippets that must come out under "with", or that must not under "without"',
      fix: 'add one of the two, or take "segments" away',
    });
  },
};

/**
 * What `gold.yaml` may hold: its keys at the margin, in the order in which the canonical form has them. The reader, the
 * writer and the JSON Schema for editors go by this table and by the vocabularies.
 */
export const GOLD_FORMAT = {
  url: key('the address of the page', formed(WEB_ADDRESS)),
  captured: key('the day on which the page was fetched, e.g. 2025-07-09', formed(DAY)),
  response: key(
    'what the server said of the page, where it matters',
    map({
      status: key('the status of HTTP, e.g. 404', converted(formed(STATUS), Number)),
      type: key('the Content-Type, e.g. text/html; charset=windows-1252', name),
    }),
  ),
  language: key('the language of the text as in HTML (BCP 47), e.g. en, pt-BR', formed(LANGUAGE)),
  kind: key('what kind of page it is', word(PAGE_KINDS)),
  traits: key(
    'everything that makes the page interesting to test',
    list(word(TRAITS), {
      expected: 'a list of traits',
      fix: 'write them in brackets, e.g. [lists, captions]; [] if there is none',
      mayBeEmpty: true,
    }),
  ),
  labelled: key(
    'who or what made the label, and when',
    map(
      {
        by: key(
          'author, if the label was written together with the page; else a name, initials or what made it',
          name,
        ),
        on: key('the day, e.g. 2025-07-09', formed(DAY)),
      },
      ['by', 'on'],
    ),
  ),
  title: key('the headline as on the page, without the name of the site', text),
  publisher: key('the site that published the page under its own name', text),
  authors: key(
    'those whom the page names as writers of the text; [] if it names none',
    list(text, {
      expected: 'a list of names',
      fix: 'write ["First Author", "Second Author"], or [] if the page names none',
      mayBeEmpty: true,
    }),
  ),
  published: key(
    'first publication, a day or a day and a time; none if the page gives no date',
    formed(PUBLISHED),
  ),
  body: key(
    'the content and the boilerplate between it, in the order of the page; [] if there is none',
    BODY,
  ),
  segments: key(
    'snippets that tell a good extraction from a bad one, beside a body or in its place',
    segments,
  ),
  comments: key('what readers wrote under the body, in the order of the page', COMMENTS),
  boilerplate: key('all other text of the page, in any order', BOILERPLATE),
} satisfies Readonly<Record<GoldKey, Key<unknown>>>;
