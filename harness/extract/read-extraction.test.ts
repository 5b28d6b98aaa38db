import { describe, expect, test } from 'vitest';
import { readExtraction } from './read-extraction.ts';
import type { ExtractionReading } from './read-extraction.ts';
import { fromTexts, readSentAnswer, toSentAnswer, toTexts } from './sent-answer.ts';

const EXPECTED = 'expected an object with text, html or markdown, or null where there is nothing to extract';

/** What becomes of an answer on its way from another process. */
function readFromAfar(answer: unknown): ExtractionReading {
  const { form, texts } = toTexts(toSentAnswer(answer));
  const sent = fromTexts(
    JSON.parse(JSON.stringify(form)),
    texts.map((text) => text.toWellFormed()),
  );
  if (sent === undefined) throw new Error('not sent as it should be');
  return readSentAnswer(sent);
}

describe('an extraction', () => {
  test('is read with all its fields', () => {
    const answer = {
      text: 'T',
      html: '<p>T',
      markdown: '*T*',
      title: 'A',
      authors: ['B', 'C'],
      published: '2025-07-09',
      publisher: 'P',
      language: 'en',
    };
    expect(readExtraction(answer)).toEqual({ status: 'read', extraction: answer });
    expect(readFromAfar(answer)).toEqual({ status: 'read', extraction: answer });
  });

  test.each([
    ['null is an empty text', null, { text: '' }],
    ['an empty text is kept', { text: '' }, { text: '' }],
    ['Markdown alone will do', { markdown: '' }, { markdown: '' }],
    ['null and undefined fields are absent', { html: '<p>', text: null, title: undefined }, { html: '<p>' }],
    ['null for the text is an empty text', { text: null, title: 'A' }, { text: '', title: 'A' }],
    ['null for the only content is an empty text', { markdown: null }, { text: '' }],
    ['an empty list of authors is kept', { text: '', authors: [] }, { text: '', authors: [] }],
    [
      'lone surrogates become U+FFFD',
      { text: 'a\uD83D', authors: ['\uDE00'] },
      { text: 'a\uFFFD', authors: ['\uFFFD'] },
    ],
    [
      'fields that are not its own are not taken',
      Object.assign(Object.create({ title: 'no' }) as object, { text: 'x' }),
      { text: 'x' },
    ],
  ])('%s', (_, answer, extraction) => {
    expect(readExtraction(answer)).toEqual({ status: 'read', extraction });
    expect(readFromAfar(answer)).toEqual({ status: 'read', extraction });
  });
});

describe('what is no extraction', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const holes: unknown[] = [];
  holes.length = 2 ** 32 - 1;
  const fields = 'the fields are: text, html, markdown, title, published, publisher, language, authors';

  test.each([
    ['undefined', undefined, `returned undefined; ${EXPECTED}`],
    ['a number', 42, `returned a number (42); ${EXPECTED}`],
    ['a long text', 'x'.repeat(50), `returned the text "${'x'.repeat(40)}…"; ${EXPECTED}`],
    ['a list', ['x'], `returned an array; ${EXPECTED}`],
    ['a function', () => 'x', `returned a function; ${EXPECTED}`],
    [
      'nothing that has blocks',
      { title: 'x' },
      `returned an object with neither text nor html nor markdown; ${EXPECTED}`,
    ],
    [
      'a misspelt field',
      { text: '', autors: [] },
      `returned an object with the unknown field "autors"; ${fields}; did you mean "authors"?`,
    ],
    [
      'an unknown field',
      { text: '', summary: '' },
      `returned an object with the unknown field "summary"; ${fields}`,
    ],
    ['a title that is no text', { text: '', title: ['x'] }, 'returned title: an array; expected a text'],
    [
      'authors that are no list',
      { text: '', authors: 'A' },
      'returned authors: the text "A"; expected a list of texts',
    ],
    [
      'a list with other things in it',
      { text: '', authors: ['A', 1] },
      'returned authors: an array; expected a list of texts',
    ],
    [
      'a list with holes',
      { text: '', authors: Array.from({ length: 1 }) },
      'returned authors: an array; expected a list of texts',
    ],
    [
      'a getter that throws',
      {
        get text() {
          throw new Error('no');
        },
      },
      `returned an object that cannot be read; ${EXPECTED}`,
    ],
    ['a revoked proxy', revoked.proxy, `returned an object that cannot be read; ${EXPECTED}`],
    [
      'too much text',
      { text: 'x'.repeat(2 ** 25), title: 'y' },
      'returned 33554433 characters; at most 33554432 are taken',
    ],
    [
      'too many authors',
      { text: '', authors: Array.from({ length: 1001 }, () => 'A') },
      'returned authors: a list of 1001; at most 1000 are taken',
    ],
    [
      'a list of nothing, as long as a list can be',
      { text: '', authors: holes },
      'returned authors: a list of 4294967295; at most 1000 are taken',
    ],
    ['the same for a text', { text: holes }, 'returned text: an array; expected a text'],
  ])('%s', (_, answer, message) => {
    const failure = message.endsWith('are taken') ? 'too-large' : 'bad-output';
    expect(readExtraction(answer)).toEqual({ status: 'bad', failure, message });
    expect(readFromAfar(answer)).toEqual({ status: 'bad', failure, message });
  });

  const itself: unknown[] = [];
  itself.push(itself);

  test.each([
    ['a method for a text', { text: () => 'x' }, 'returned text: a function; expected a text'],
    [
      'a tree',
      { text: '', dom: { up: () => 1 } },
      `returned an object with the unknown field "dom"; ${fields}`,
    ],
    ['a symbol', Symbol('x'), `returned a symbol; ${EXPECTED}`],
    ['a list that holds itself', itself, `returned an array; ${EXPECTED}`],
  ])('and cannot be sent is sent in words: %s', (_, answer, message) => {
    expect(readFromAfar(answer)).toEqual({ status: 'bad', failure: 'bad-output', message });
  });

  test('and is too long is not sent', () => {
    expect(toSentAnswer({ text: 'x'.repeat(2 ** 25), title: 'y' })).toEqual({ characters: 2 ** 25 + 1 });
    const entries = Array.from({ length: 1000 }, (_, index) => [`${index}${'n'.repeat(200)}`, '']);
    const { texts } = toTexts(toSentAnswer(Object.fromEntries(entries)));
    expect(texts.join('').length).toBe(900);
  });

  test.each([
    ['no form', undefined, []],
    ['a form of its own', 5, []],
    ['null with a text', null, ['x']],
    ['words that are missing', 'words', []],
    ['characters below zero', { characters: -1 }, []],
    ['a list of an unknown field', { texts: 2000 }, ['autors']],
    ['a field without its text', ['text'], ['title']],
    ['a text without its field', ['text'], ['title', 'x', 'y']],
    ['a list of 2^32 - 1 texts', [2 ** 32 - 1], ['authors', 'A']],
    ['half a text', [0.5], ['authors', 'A']],
    ['an unknown kind', ['dom'], ['text']],
    ['more fields than there are', Array.from({ length: 10 }, () => 'null'), Array.from('abcdefghij')],
  ])('and nothing that was sent: %s', (_, form, texts) => {
    expect(fromTexts(form, texts)).toBeUndefined();
  });
});
