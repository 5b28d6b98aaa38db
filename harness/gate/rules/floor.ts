import { figuresOver, ROUNDING } from '../gated.ts';
import type { Rule } from '../rule.ts';
import { slicesOf } from '../slices.ts';

/** A figure is below the floor that the configuration sets. */
export const floor: Rule = {
  name: 'floor',
  description: 'a figure of the corpus or of a slice is below the floor of the configuration',

  judge({ pages, metric }, { floors }) {
    if (Object.keys(floors).length === 0) return [];
    const slices = slicesOf(pages);
    return Object.entries(floors).flatMap(([key, least]) => {
      const figure = figureNamed(key, metric.name);
      if (figure !== undefined && !metric.figures.includes(figure)) return [];
      const members = figure === undefined ? slices.get(key) : pages;
      if (members === undefined) return [];
      const { before, after } = figuresOver(members, metric, figure);
      if (after === undefined || after >= least - ROUNDING) return [];
      const text = `${key} is below its floor of ${least}`;
      const slice = figure === undefined ? { slice: key } : {};
      return [
        { rule: floor.name, fails: true, ...slice, ...(before !== undefined && { before }), after, text },
      ];
    });
  },
};

/** `tokens.f1` names a figure of the metric `tokens`; `language=ja` names a slice. */
function figureNamed(key: string, metric: string): string | undefined {
  if (key.includes('=')) return undefined;
  const [name, figure] = key.split('.', 2);
  return name === metric ? figure : '';
}
