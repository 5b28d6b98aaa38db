import { describe, expect, expectTypeOf, test } from 'vitest';
import type { JsonObject } from '../util/json.ts';
import { defineExtractor, readDefinition } from './define-extractor.ts';
import type { HtmlInput, TextInput } from './define-extractor.ts';

test('a definition is returned as it is', () => {
  const definition = { name: 'a', version: '1', accepts: ['html'] as const, extract: () => null };
  expect(defineExtractor(definition)).toBe(definition);
});

test('the type of the input follows from the media', () => {
  const common = { name: 'a', version: '1' };
  defineExtractor({
    ...common,
    accepts: ['html'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<HtmlInput>(), null),
  });
  defineExtractor({
    ...common,
    accepts: ['text'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<TextInput>(), null),
  });
  defineExtractor({
    ...common,
    accepts: ['html', 'text'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<HtmlInput | TextInput>(), null),
  });
  // @ts-expect-error -- nothing accepted
  defineExtractor({ ...common, accepts: [], extract: () => null });
  // @ts-expect-error -- a bare text is no extraction
  defineExtractor({ ...common, accepts: ['html'], extract: () => 'text' });
});

test('the type of the options is the one written down, else any JSON', () => {
  const common = { name: 'a', version: '1' };
  const typed = defineExtractor({
    ...common,
    accepts: ['html'],
    extract: (input, { fast = false }: { fast?: boolean }) => ({ text: fast ? '' : input.html }),
  });
  expectTypeOf<Parameters<(typeof typed)['extract']>>().toEqualTypeOf<[HtmlInput, { fast?: boolean }]>();
  defineExtractor({
    ...common,
    accepts: ['text'],
    extract: (_, options) => (expectTypeOf(options).toEqualTypeOf<JsonObject>(), null),
  });
});

const good = { name: 'good', version: '1', accepts: ['html'], extract: () => null };

test('a definition is read as it is, whatever else it holds', () => {
  const exported = { ...good, baseline: true, homepage: 'https://example.org/' };
  expect(readDefinition(exported)).toEqual({ status: 'read', definition: exported });
});

describe('a fault is named with what was found and what was expected', () => {
  const label = 'expected one line of text, at most 100 characters';
  const list = "expected a list such as ['html'], ['text'] or both";

  test.each([
    ['a blank name', { name: ' ' }, `name is the text " "; ${label}`],
    ['a name of two lines', { name: 'a\nb' }, `name is the text "a\\nb"; ${label}`],
    ['a long name', { name: 'n'.repeat(101) }, `name is the text "${'n'.repeat(40)}…"; ${label}`],
    ['a number for a version', { version: 2 }, `version is a number (2); ${label}`],
    ['no version', { version: undefined }, `version is missing; ${label}`],
    ['a text for a list', { accepts: 'html' }, `accepts is the text "html"; ${list}`],
    ['an empty list', { accepts: [] }, `accepts is empty; ${list}`],
    ['unknown media', { accepts: ['html', 'pdf'] }, `accepts holds the text "pdf"; ${list}`],
    ['a text for a truth value', { baseline: 'yes' }, 'baseline is the text "yes"; expected true or false'],
    ['no function', { extract: null }, 'extract is null; expected a function'],
  ])('%s', (_, change, fault) => {
    expect(readDefinition({ ...good, ...change })).toEqual({ status: 'malformed', faults: [fault] });
  });

  test('all faults are named at once', () => {
    expect(readDefinition({})).toHaveProperty('faults.length', 4);
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [[good], 'an array'],
    [() => good, 'a function'],
  ])('an export that is no object: %s', (exported, found) => {
    const expected = 'expected defineExtractor({ name, version, accepts, extract })';
    expect(readDefinition(exported)).toEqual({
      status: 'malformed',
      faults: [`the default export is ${found}; ${expected}`],
    });
  });
});
