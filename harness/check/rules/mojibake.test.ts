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
  ['CÃ”TE', 'Ã”'],
  ['SMÃ…LAND', 'Ã…'],
  ['3 Ã— 4', 'Ã—'],
  ['Â« Bonjour Â»', 'Â«'],
  ['“AMANHÔ, cafÃ©', 'Ã©'],
  ['Ð“Ð”', 'Ð“Ð”'],
  ['lost \uFFFD here', '\uFFFD'],
])('%s is found', (text, garbled) => {
  const found = findingsOf(mojibake, checked({ html: '<p>fine', gold: labelled(text) })).map(
    (each) => each.found,
  );
  expect(found).toEqual([`"${garbled}" in the segment "${text}", which the page does not have`]);
});

test.each(['VoilÃ\u00A0 tout', '“Ã\u00A0 la carte”', 'l’ONUÂ\u00A0: un', 'page 3Â\u00A0: un'])(
  '%s holds a no-break space of another encoding',
  (text) => {
    expect(findingsOf(mojibake, checked({ html: '<p>fine', gold: labelled(text) }))).toHaveLength(1);
  },
);

test('where the page has it too, its bytes are to be looked at', () => {
  const [finding] = findingsOf(
    mojibake,
    checked({ html: '<meta charset=utf-8><p>cafÃ©', gold: labelled('cafÃ©') }),
  );
  expect(finding?.found).toContain('as in the page');
  expect(finding?.fix).toContain('wrong encoding');
});

test.each([
  'café',
  'SÃO PAULO',
  'À la carte – “déjà vu”',
  'Ärzte “Öl”',
  'паром',
  '三丁目',
  'Âge',
  '– 5 °C',
  // Portuguese, French, Turkish and Vietnamese words in capitals before marks.
  '“ATÉ AMANHÔ',
  'DE MANHÃ…',
  '«IRMû',
  'AMANHÃ\u00A0À TARDE',
  'Disse ‘NÃO À IRMÃ’',
  '„AMANHÓ',
  'HÂLÂ…',
  '“HÂLÔ',
  'HÂLÂ\u00A0VAR',
  'THỊ XÔ',
  'ĐÃ…',
  'XÃ\u00A0HỘI',
  'a letra “Ô',
  'la lettre «Â»',
  'la lettre «\u00A0Â\u00A0»',
  'É…É…',
  'À…Ô…',
  '“À BIENTÔT”',
  'VOILÀ…',
  '«CAFÉ»',
  'CAFÉ\u00A0!',
  'TOUJOURS LÀ\u00A0?',
])('%s is text', (text) => {
  expect(findingsOf(mojibake, checked({ html: '<p>fine', gold: labelled(text) }))).toEqual([]);
});
