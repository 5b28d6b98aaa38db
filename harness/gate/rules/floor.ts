import { figureOver } from '../../analyse/ranking.ts';
import { figureNames } from '../floors.ts';
import { ROUNDING } from '../gated.ts';
import type { Rule } from '../rule.ts';
import { slicesOf } from '../../analyse/slices.ts';

/** A figure of the run is below the floor that the configuration sets. What was before does not matter. */
export const floor: Rule = {
  name: 'floor',
  description: 'a figure of the corpus or of a slice is below the floor of the configuration',

  judge({ run, metric }, { floors }) {
    if (Object.keys(floors).length === 0) return [];
    const [slices, figures] = [slicesOf(run), figureNames(metric)];
    return Object.entries(floors).flatMap(([key, least]) => {
      const figure = figures.get(key);
      const members = figure === undefined ? slices.get(key) : run;
      // A floor of another corpus; `unknownFloors` has looked at those of none.
      if (members === undefined) return [];
      const scores = new Map(members.map(({ page, score }) => [page, score]));
      const after = figureOver(scores, metric, figure ?? metric.headline);
      if (after === undefined || after >= least - ROUNDING) return [];
      const text = `${key} is below its floor of ${least}`;
      const slice = figure === undefined ? { slice: key } : {};
      return [{ rule: floor.name, fails: true, ...slice, after, text }];
    });
  },
};
