import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { mojibake } from './mojibake.ts';

const labelled = (text: string) => ({ segments: { with: [text], without: [] } });

test.each([
  ['cafÃ© au lait', 'Ã©'],
  ['the townâ€™s ladder', 'â€™'],
  ['12Â°C', 'Â°'],
  ['Ð¿Ð°ром', 'Ð¿Ð°'],
  ['ä¸‰ä¸\u0081ç›®', 'ä¸‰ä¸\u0081'],
  ['lost \uFFFD here', '\uFFFD'],
])('%s is found', (text, garbled) => {
  const found = findingsOf(mojibake, checked({ html: '<p>fine', gold: labelled(text) })).map(
    (each) => each.found,
  );
  expect(found).toEqual([`"${garbled}" in the segment "${text}", which the page does not have`]);
});

test('where the page has it too, its bytes are to be looked at', () => {
  const [finding] = findingsOf(
    mojibake,
    checked({ html: '<meta charset=utf-8><p>cafÃ©', gold: labelled('cafÃ©') }),
  );
  expect(finding?.found).toContain('as in the page');
  expect(finding?.fix).toContain('wrong encoding');
});

test.each(['café', 'SÃO PAULO', 'À la carte – “déjà vu”', 'Ärzte “Öl”', 'паром', '三丁目', 'Âge', '– 5 °C'])(
  '%s is text',
  (text) => {
    expect(findingsOf(mojibake, checked({ html: '<p>fine', gold: labelled(text) }))).toEqual([]);
  },
);
