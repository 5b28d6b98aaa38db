import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isDefined } from '../../harness/model/score.ts';
import type { Metric } from '../../harness/score/metric.ts';
import { glued } from '../../harness/score/metrics/glued.ts';
import { order } from '../../harness/score/metrics/order.ts';
import { METRICS } from '../../harness/score/metrics/register.ts';
import { repeats } from '../../harness/score/metrics/repeats.ts';
import { structure } from '../../harness/score/metrics/structure.ts';
import { tokens } from '../../harness/score/metrics/tokens.ts';
import { CARD_ARTICLES } from './articles.ts';
import { cardOf, cardsPage } from './card.ts';
import type { CardCell } from './card.ts';
import { DAMAGES } from './damages.ts';

test('the cards in the documentation are what the metrics say; npm run cards writes them', () => {
  const page = readFileSync(new URL('../../harness/score/cards.md', import.meta.url), 'utf8');
  expect(cardsPage(METRICS)).toBe(page);
});

/** Made once: each takes a while. */
const cards = new Map(METRICS.map((metric) => [metric, cardOf(metric)]));

/** The figures of a damage by article, nothing where it changes nothing. */
function cellsOf(metric: Metric, damage: string): readonly CardCell[] {
  return cards.get(metric)!.rows.find((row) => row.damage === damage)!.cells;
}

describe('every metric', () => {
  test.each(METRICS.map((metric) => [metric.name, metric] as const))(
    '%s likes gold itself',
    (_name, metric) => {
      const figures = cellsOf(metric, 'gold itself').filter((cell) => typeof cell === 'number');
      expect(figures.length).toBeGreaterThanOrEqual(2);
      for (const figure of figures) expect(figure).toBe(metric.best ?? 1);
    },
  );
});

describe('tokens and its companions', () => {
  /** Said on the card of `tokens`. */
  const UNSEEN = ['white space doubled', 'punctuation gone'];

  test('the card of tokens names what it does not see', () => {
    expect(cards.get(tokens)!.blindTo).toEqual(UNSEEN);
  });

  test.each(
    DAMAGES.map(({ name }) => name).filter((name) => name !== 'gold itself' && !UNSEEN.includes(name)),
  )('one of them sees in every language: %s', (damage) => {
    const changes = [tokens, structure, order, repeats, glued].map((metric) => {
      const intact = cellsOf(metric, 'gold itself');
      return cellsOf(metric, damage).map((cell, index) => {
        if (cell === undefined) return undefined;
        return isDefined(intact[index]) && cell !== intact[index];
      });
    });
    let tried = 0;
    CARD_ARTICLES.forEach((_, index) => {
      const seen = changes.map((cells) => cells[index]).filter((cell) => cell !== undefined);
      if (seen.length === 0) return;
      tried++;
      expect(seen).toContain(true);
    });
    expect(tried).toBeGreaterThan(0);
  });

  test.each(['doubled', 'cut in half', 'a quarter of boilerplate added', 'empty'])(
    'costs the same in every script within 0.02: %s',
    (damage) => {
      const figures = cellsOf(tokens, damage) as number[];
      expect(figures).toHaveLength(4);
      expect(Math.max(...figures) - Math.min(...figures)).toBeLessThanOrEqual(0.02);
    },
  );

  test('order, repeats and glued see what they are for', () => {
    expect(cellsOf(order, 'paragraphs reversed').every((cell) => Number(cell) > 0.5)).toBe(true);
    expect(cellsOf(repeats, 'doubled').every((cell) => Number(cell) > 0.9)).toBe(true);
    const [english, , , arabic] = cellsOf(glued, 'blocks glued');
    expect([english, arabic]).toEqual([0.4, 0.4]);
  });
});
