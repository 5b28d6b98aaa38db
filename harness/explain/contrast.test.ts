import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { explainMade, makePage } from './fixtures/faulty-page.ts';

const page = makePage(5);
const blocks = page.perfect.map(({ html }) => html);
const leaked = (name: string): string => `<p>${page.parts[name]}</p>`;

test('what one lost and the other kept, and what came out of one only', () => {
  const first = explainMade(page, [...blocks.slice(1), leaked('nav'), leaked('related')]);
  const second = explainMade(page, [
    ...blocks.slice(0, 4),
    ...blocks.slice(5),
    leaked('related'),
    leaked('footer'),
  ]);
  const { lost, kept, leaked: only, avoided } = contrast(first, second);
  expect(lost.map(({ gold }) => gold)).toEqual(['body[0]']);
  expect(kept.map(({ gold }) => gold)).toEqual(['body[4].items[0]']);
  expect(only.map((run) => run.class)).toEqual(['nav']);
  expect(avoided.map((run) => run.class)).toEqual(['footer']);
});
