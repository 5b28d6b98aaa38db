import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { traitMismatch } from './trait-mismatch.ts';

const labelled = (traits: string, rest: string) =>
  `traits: [${traits}]\nlabelled: { by: kd, on: 2026-01-01 }\n${rest}`;
const html = '<p>Text.</p>';

test('traits without their evidence are found', () => {
  const gold = labelled(
    'tables, comments, right-to-left, legacy-encoding, flat-text, nothing-to-extract',
    'body:\n  - p: Text.\n',
  );
  expect(findingsOf(traitMismatch, checked({ html, gold })).map(({ found }) => found)).toEqual([
    'the trait "tables" without a table in the body',
    'the trait "comments" without comments',
    'the trait "legacy-encoding" without bytes in an encoding other than UTF-8',
    'the trait "right-to-left" without text in Arabic or Hebrew script',
    'the trait "flat-text" without a page of plain text',
    'the trait "nothing-to-extract" without an empty body',
  ]);
});

test('evidence without its trait is found where somebody labelled the page', () => {
  const rest = 'body:\n  - ul: [["x"]]\n'.replace('["x"]', '"x"') + 'comments:\n  - p: Yes.\n';
  const found = findingsOf(traitMismatch, checked({ html, gold: labelled('', rest) })).map(
    (each) => each.found,
  );
  expect(found).toEqual([
    'a list in the body without the trait "lists"',
    'comments without the trait "comments"',
  ]);
  expect(findingsOf(traitMismatch, checked({ html, gold: rest }))).toEqual([]);
});

test('bytes in windows-1252 are legacy, ASCII is not', () => {
  const gold = labelled('', 'body:\n  - p: Text.\n');
  expect(
    findingsOf(traitMismatch, checked({ html: Buffer.from('<p>Caf\xe9', 'latin1'), gold })),
  ).toHaveLength(1);
  expect(findingsOf(traitMismatch, checked({ html: '<meta charset=latin1><p>Cafe', gold }))).toEqual([]);
});

test('traits with their evidence give nothing, a table inside of an item too', () => {
  const gold = labelled('lists, tables, flat-text', 'body:\n  - ul:\n      - - table: [["a", "b"]]\n');
  expect(findingsOf(traitMismatch, checked({ text: 'a b', gold }))).toEqual([]);
});

test('a dataset that labels no body gives nothing', () => {
  expect(
    findingsOf(traitMismatch, checked({ html, gold: { segments: { with: ['x'], without: [] } } })),
  ).toEqual([]);
});
