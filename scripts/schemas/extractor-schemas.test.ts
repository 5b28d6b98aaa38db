import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readHandshake } from '../../harness/extract/formats.ts';
import { outcomeOfAnswer } from '../../harness/extract/outcome.ts';
import { extractorSchemas } from './extractor-schemas.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const [isHandshake, isAnswer] = extractorSchemas().map(({ schema }) => ajv.compile(schema));

describe('a handshake', () => {
  const whole = { assay: 1, name: 'mine', version: '2.0', accepts: ['html', 'text'], wants: 'bytes' };

  test('is read without its mark; every key but that is optional', () => {
    const { assay: _, ...about } = whole;
    expect(readHandshake(whole)).toEqual({ status: 'read', handshake: about });
    expect(readHandshake({ assay: 1 })).toEqual({ status: 'read', handshake: {} });
    expect([isHandshake!(whole), isHandshake!({ assay: 1 })]).toEqual([true, true]);
  });

  test.each([
    ['another version', { assay: 2 }, 'assay: found a number (2); expected 1, the version of the protocol'],
    ['a misspelt key', { nmae: 'x' }, 'nmae: found the unknown key "nmae"; expected one of assay, name, version, accepts, wants; did you mean "name"?'],
    ['an empty name', { name: '' }, 'name: found the text ""; expected one line of text'],
    ['nothing accepted', { accepts: [] }, 'accepts: found an empty list; expected a list such as ["html"], ["text"] or both'],
    ['a text for a list', { accepts: 'html' }, 'accepts: found the text "html"; expected a list such as ["html"], ["text"] or both'],
    ['unknown media', { accepts: ['html', 'pdf'] }, 'accepts[1]: found the text "pdf"; expected one of html, text'],
    ['null', { wants: null }, 'wants: found null; expected one of html, bytes'],
    ['two faults', { name: 1, wants: 'byte' }, 'name: found a number (1); expected one line of text; wants: found the text "byte"; expected one of html, bytes; did you mean "bytes"?'],
  ])('that is faulty is refused: %s', (_, change, fault) => {
    const line = { ...whole, ...change };
    expect(readHandshake(line)).toEqual({ status: 'malformed', fault });
    expect(isHandshake!(line)).toBe(false);
  }); // prettier-ignore

  test.each([' ', '1\n2', 'x'.repeat(101)])('has a version of one short line, unlike %j', (version) => {
    expect(readHandshake({ assay: 1, version })).toHaveProperty('status', 'malformed');
  });
});

describe('the schema of an answer says what the check says', () => {
  test.each([
    ['a text', { text: '' }, 'extracted'],
    ['all fields', { html: '', markdown: '', title: 'a', authors: ['b'], language: 'en' }, 'extracted'],
    ['null for what is absent', { text: '', title: null, authors: null }, 'extracted'],
    ['an error', { error: 'no body' }, 'threw'],
    ['no text, HTML or Markdown', { title: 'a' }, 'bad-output'],
    ['null for the only text: nothing to extract', { text: null }, 'extracted'],
    ['null for the only text, and metadata', { markdown: null, title: 'a' }, 'extracted'],
    ['null for a title alone', { title: null }, 'bad-output'],
    ['an unknown field', { text: '', autors: [] }, 'bad-output'],
    ['a number for a text', { text: 4 }, 'bad-output'],
    ['a text for a list', { text: '', authors: 'a' }, 'bad-output'],
    ['a number for an error', { error: 4 }, 'bad-output'],
  ])('%s', (_, fields, expected) => {
    const outcome = outcomeOfAnswer({ id: 'p', ...fields });
    expect(outcome.status === 'failed' ? outcome.failure : outcome.status).toBe(expected);
    expect(isAnswer!({ id: 'p', ...fields })).toBe(expected !== 'bad-output');
  });
});

test.each(extractorSchemas())(
  'the file $name is current; if not, run "npm run schema"',
  async ({ name, schema }) => {
    const file = new URL(`../../reports/schemas/${name}`, import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  },
);
