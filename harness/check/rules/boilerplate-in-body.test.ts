import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { boilerplateInBody } from './boilerplate-in-body.ts';

const gold =
  'body:\n  - p: The dam held. Read on below.\nboilerplate:\n  - related: The dam held.\n  - ui: Read on\n';

test('an entry that stands only inside the body is found', () => {
  const html = '<p>The dam held. Read on below.</p><p>Read on</p>';
  expect(
    findingsOf(boilerplateInBody, checked({ html, gold })).map(({ path, found }) => [path, found]),
  ).toEqual([
    ['boilerplate[0]', 'related "The dam held.", which stands in the page only where other gold has it'],
  ]);
});

test('a lead that stands again as a teaser gives nothing, nor does an entry that is nowhere', () => {
  const html = '<a>The dam held.</a><p>The dam held. Read on below.</p>';
  expect(findingsOf(boilerplateInBody, checked({ html: `${html}<p>Read on</p>`, gold }))).toEqual([]);
  const absent = 'body:\n  - p: Text.\nboilerplate:\n  - ad: Buy\n';
  expect(findingsOf(boilerplateInBody, checked({ html: '<p>Text.</p>', gold: absent }))).toEqual([]);
});
