import { describe, expect, test } from 'vitest';
import { readDefinition } from './read-definition.ts';

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
