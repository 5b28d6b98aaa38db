import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { goldOutOfOrder } from './gold-out-of-order.ts';

const text = 'Share\nOne paragraph.\nAnother paragraph.\nShare\nA third one.\n';

test('a block that the page has only before its neighbour is found, and no other with it', () => {
  const gold =
    'body:\n  - p: A third one.\n  - p: One paragraph.\n  - share: Share\n  - p: Another paragraph.\n';
  expect(findingsOf(goldOutOfOrder, checked({ text, gold })).map(({ path, found }) => [path, found])).toEqual(
    [
      ['body[0]', 'p "A third one." behind the blocks around it, where the page has it no more'],
      ['body[2]', 'share "Share" behind p "One paragraph.", where the page has it no more'],
    ],
  );
});

test('the order of the page gives nothing; what it does not have at all is told elsewhere', () => {
  const gold =
    'body:\n  - p: One paragraph.\n  - p: Not there.\n  - p: Another paragraph.\n  - share: Share\n  - p: A third one.\n';
  expect(findingsOf(goldOutOfOrder, checked({ text, gold }))).toEqual([]);
});

test('a sign that stands everywhere gives nothing', () => {
  const dots = checked({
    text: `${'.'.repeat(300)}\nThe end\n`,
    gold: 'body:\n  - p: The end\n  - p: "."\n',
  });
  expect(findingsOf(goldOutOfOrder, dots)).toEqual([]);
});
